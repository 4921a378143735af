package org.parley.system.chaos;

import static org.parley.system.chaos.ChaosSystem.terminate;

import java.time.Duration;
import org.parley.system.browser.Conversation;
import org.parley.system.support.RunningSystem;

/** Both instances are restarted, one after the other, under two people in their browsers. */
final class SeenInBrowsers implements Fault.Script {

  @Override
  public String missing() {
    return Conversation.isPossible() ? "" : "There is no Chromium.";
  }

  @Override
  public void run(ChaosSystem chaos) {
    RunningSystem system = RunningSystem.at(chaos.local().settings().descriptionFile());
    try (Conversation conversation = Conversation.begin(system)) {
      conversation.goOn();
      for (int i = 0; i < ChaosSystem.INSTANCES; i++) {
        terminate(chaos.pid(i), Duration.ofSeconds(25));
        conversation.goOn();
        chaos.local().restarts().chat(i);
        conversation.goOn();
      }
    }
  }
}
