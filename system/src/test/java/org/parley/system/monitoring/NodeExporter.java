package org.parley.system.monitoring;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.system.settings.ProjectFolder;
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
    List<String> words = new ArrayList<>();
    words.add(Programs.find("prometheus-node-exporter").orElseThrow().toString());
    words.add("--web.listen-address=" + address);
    collectors().forEach(words::add);
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    return new NodeExporter(process, address);
  }

  /** Those of docker-compose.yml, and no others. */
  private static Stream<String> collectors() throws IOException {
    Path compose = ProjectFolder.ofThisProgram().root().resolve("docker-compose.yml");
    return Files.readAllLines(compose).stream()
        .map(String::strip)
        .filter(line -> line.matches("- --collector\\.[a-z-]+"))
        .map(line -> line.substring("- ".length()));
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
