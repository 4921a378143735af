package org.parley.system.bench.scene;

import java.util.ArrayList;
import java.util.List;
import org.parley.system.bench.peer.Contender;
import org.parley.system.bench.peer.ProcessUse;

/** What the processes of a contender used between two moments. */
final class Measured {

  private final List<Long> servers;
  private final List<Long> all;
  private ProcessUse serverBefore = new ProcessUse(0, 0);
  private ProcessUse serverAfter = new ProcessUse(0, 0);
  private ProcessUse allBefore = new ProcessUse(0, 0);
  private ProcessUse allAfter = new ProcessUse(0, 0);

  /**
   * @param instances how many of its instances are used
   */
  Measured(Contender contender, int instances) {
    List<Long> instancesOfIt = contender.serverPids();
    this.servers = instancesOfIt.subList(0, instances);
    this.all = new ArrayList<>(contender.pids());
    all.removeAll(instancesOfIt.subList(instances, instancesOfIt.size()));
  }

  void begins() {
    serverBefore = ProcessUse.of(servers);
    allBefore = ProcessUse.of(all);
  }

  void ends() {
    serverAfter = ProcessUse.of(servers);
    allAfter = ProcessUse.of(all);
  }

  /** Of the processes that hold the sockets. */
  long serverCpuMicros() {
    return serverAfter.cpuMicrosSince(serverBefore);
  }

  /** Of those and all they work with. */
  long systemCpuMicros() {
    return allAfter.cpuMicrosSince(allBefore);
  }
}
