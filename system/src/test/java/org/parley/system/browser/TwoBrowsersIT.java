package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** What two people do in their browsers on their first day, the two of them on two instances. */
@WithBrowsers
class TwoBrowsersIT {

  private final RunningSystem system;
  private final Browsers browsers;

  TwoBrowsersIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
  }

  @Test
  void twoPeopleOnTwoInstancesTalk() {
    String room = Visitor.freshName("Lighthouse");
    // Those of tests before are counted for a moment longer.
    awaitSockets(0);
    Screen ada = browsers.signedUp("ada").createRoom(room).say("Is anybody out there?");
    ada.sees("Is anybody out there?");

    Screen ben = browsers.signedUp("ben").joinRoom(room).sees("Is anybody out there?");
    // The origin picks the instance with the fewest connections, requests under way included:
    // mostly, not always, the other one. A reload picks again.
    for (int tries = 0; tries < 10 && !awaitSockets(2).equals(List.of(1.0, 1.0)); tries++) {
      ben.reload().openRoom(room);
    }
    assertThat(awaitSockets(2)).as("sockets per instance").containsExactly(1.0, 1.0);

    ben.say("Aye. Reading you from the other instance.");
    ada.sees("Is anybody out there?", "Aye. Reading you from the other instance.");
    ada.say("Then the two of us are in step.");
    ben.sees(
        "Is anybody out there?",
        "Aye. Reading you from the other instance.",
        "Then the two of us are in step.");
    ada.screenshot("ada");
    ben.screenshot("ben");

    ben.reload().openRoom(room);
    ben.sees(
        "Is anybody out there?",
        "Aye. Reading you from the other instance.",
        "Then the two of us are in step.");
  }

  @Test
  void whatIsChangedShowsInTheOtherBrowser() {
    String room = Visitor.freshName("Workshop");
    Screen ada = browsers.signedUp("ada").createRoom(room).say("Helo.").sees("Helo.");
    Screen ben = browsers.signedUp("ben").joinRoom(room).say("Hello yourself.");
    ada.sees("Helo.", "Hello yourself.").editLast("Hello.").sees("Hello.", "Hello yourself.");
    ben.sees("Hello.", "Hello yourself.").react("Hello.", "👍");
    PlaywrightAssertions.assertThat(ben.item("edited")).hasCount(1);
    ada.seesReactions("Hello.", "👍 1").react("Hello.", "👍").seesReactions("Hello.", "👍 2");
    ben.seesReactions("Hello.", "👍 2").react("Hello.", "👍");
    ada.seesReactions("Hello.", "👍 1");
    // The room is Ada's, so she may remove what others said.
    ada.remove("Hello yourself.").sees("Hello.", "This message was removed");
    ben.sees("Hello.", "This message was removed");

    ben.reload().openRoom(room).sees("Hello.", "This message was removed");
    ben.seesReactions("Hello.", "👍 1");
  }

  @Test
  void aWeakPasswordIsExplainedAndNothingTypedIsLost() {
    Screen visitor = browsers.open();
    String name = Visitor.freshName("cleo");
    visitor.item("switch-to-signup").click();
    visitor.item("signup-username").fill(name);
    visitor.item("signup-email").fill(name + "@example.org");
    visitor.item("signup-password").fill("password");
    visitor.item("signup-submit").click();
    PlaywrightAssertions.assertThat(visitor.item("form-error").first()).isVisible();
    PlaywrightAssertions.assertThat(visitor.item("signup-username")).hasValue(name);

    visitor.item("signup-password").fill(Screen.PASSWORD);
    visitor.item("signup-submit").click();
    visitor.awaitLive();
  }

  @Test
  void markupInAMessageIsShownAsText() {
    String markup = "<img src=x onerror=alert(1)> **bold** <script>alert(2)</script>";
    Screen visitor = browsers.open();
    visitor.signUp(Visitor.freshName("dora")).createRoom(Visitor.freshName("room")).say(markup);
    // Markdown is markup; HTML is what was typed.
    visitor.sees(markup.replace("**", ""));
    PlaywrightAssertions.assertThat(visitor.item("message-content").locator("strong"))
        .hasText("bold");
  }

  /**
   * Per instance, once there are so many in all: one that was closed is counted a moment longer.
   */
  private List<Double> awaitSockets(int inAll) {
    AtomicReference<List<Double>> counted = new AtomicReference<>(List.of());
    Patience.await(
        inAll + " sockets",
        () -> {
          counted.set(socketsPerInstance());
          return counted.get().stream().mapToDouble(Double::doubleValue).sum() == inAll;
        });
    return counted.get();
  }

  private List<Double> socketsPerInstance() {
    return IntStream.range(0, 2)
        .mapToObj(i -> Api.at(system.chat(i, "/")).get("/metrics").http().body())
        .map(
            metrics ->
                metrics
                    .lines()
                    .filter(line -> line.startsWith("websocket_connections{"))
                    .findFirst())
        .map(line -> Double.valueOf(line.orElseThrow().replaceFirst(".* ", "")))
        .toList();
  }
}
