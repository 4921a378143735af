package org.parley.system.chaos;

import static org.parley.system.chaos.ChaosSystem.terminate;

import java.net.URI;
import java.time.Duration;
import org.parley.system.browser.Conversation;

/** Both instances are restarted, one after the other, under two people in their browsers. */
final class SeenInBrowsers implements Fault.Script {

  @Override
  public String missing() {
    return Conversation.isPossible() ? "" : "There is no Chromium.";
  }

  @Override
  public void run(ChaosSystem chaos) {
    URI page = URI.create(chaos.local().description().origin() + "/");
    try (Conversation conversation = Conversation.begin(page)) {
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
