package org.parley.system.monitoring;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import org.parley.system.support.FreePort;
import org.parley.system.support.Programs;

/** Prometheus' exporter of what a machine tells, of this machine. */
public final class NodeExporter implements AutoCloseable {

  private final Process process;
  private final String address;

  private NodeExporter(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  public static NodeExporter start() throws IOException {
    String address = "127.0.0.1:" + FreePort.choose();
    Process process =
        new ProcessBuilder(
                Programs.find("prometheus-node-exporter").orElseThrow().toString(),
                "--web.listen-address=" + address)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    return new NodeExporter(process, address);
  }

  /** host:port */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
