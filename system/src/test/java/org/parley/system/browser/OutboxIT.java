package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** What was written without a connection: it survives, and comes to the others once. */
@WithRunningSystem
class OutboxIT {

  private static final String PASSWORD = "a long enough pass phrase";
  private static final String EVERYTHING_KEPT =
      """
      async () => {
        const database = await new Promise((done) => {
          const opening = indexedDB.open('parley-unsent');
          opening.onsuccess = () => done(opening.result);
        });
        const store = (name) => new Promise((done) => {
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => done(reading.result);
        });
        const kept = [...await store('kept'), ...await store('drafts')];
        database.close();
        return kept.map((row) => JSON.stringify(row)).join('\\n');
      }
      """;

  private final RunningSystem system;
  private final String room = Visitor.freshName("Pier");
  private Chromium chromium;
  private Screen ada;
  private Screen ben;
  private Line line;

  OutboxIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void openARoom() {
    chromium = Chromium.start();
    ada = Screen.open(chromium.browser(), system.origin("/"));
    ben = Screen.open(chromium.browser(), system.origin("/"));
    ada.signUp(Visitor.freshName("ada"), PASSWORD).createRoom(room);
    ben.signUp(Visitor.freshName("ben"), PASSWORD).joinRoom(room);
    line = Line.of(ada.page());
    ada.reload().openRoom(room);
  }

  @AfterEach
  void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void whatWasSaidOfflineSurvivesAReloadAndArrivesOnce() {
    goOffline(ada);
    ada.say("one").say("two");
    awaitKept(ada, "one", "two");
    ada.page().reload();
    ada.openRoom(room);
    assertThat(ada.item("message-content")).hasText(new String[] {"one", "two"});

    line.mend(ada.page());
    ada.sees("one", "two");
    ben.sees("one", "two");
    awaitNothingKept();
  }

  @Test
  void whatReachedTheServerWithoutAnAckArrivesOnceToo() {
    line.withhold("message_ack", "new_message");
    ada.say("did you get this?");
    ben.sees("did you get this?");
    assertThat(ada.item("message")).hasAttribute("data-state", "pending");
    line.cut();
    line.withhold();
    line.mend(ada.page());
    ada.sees("did you get this?");
    ben.sees("did you get this?");
  }

  @Test
  void anotherTabTakesOverWhenOneIsKilled() {
    goOffline(ada);
    ada.say("from the tab that dies");
    awaitKept(ada, "from the tab that dies");
    Screen second = ada.tab().awaitLive().openRoom(room);
    assertThat(second.item("message")).hasCount(0);
    ada.closeTab();
    second.sees("from the tab that dies");
    ben.sees("from the tab that dies");
  }

  @Test
  void theNextVisitTakesOverWhatAKilledTabLeft() {
    goOffline(ada);
    ada.say("left behind");
    ada.item("composer").fill("a thought");
    awaitKept(ada, "left behind", "a thought");
    Screen next = ada.tab();
    ada.closeTab();
    next.awaitLive().openRoom(room).sees("left behind");
    assertThat(next.item("composer")).hasValue("a thought");
    ben.sees("left behind");
  }

  @Test
  void signingOutLeavesNothingBehind() {
    goOffline(ada);
    ada.say("for nobody else");
    ada.item("composer").fill("nor this");
    awaitKept(ada, "for nobody else", "nor this");
    ada.item("sign-out").click();
    assertThat(ada.item("signin-submit")).isVisible();
    awaitNothingKept();
    line.mend(ada.page());
    ada.signUp(Visitor.freshName("cleo"), PASSWORD).joinRoom(room);
    assertThat(ada.item("composer")).hasValue("");
    assertThat(ada.item("message")).hasCount(0);
  }

  @Test
  void aBrowserThatKeepsNothingSendsAllTheSame() {
    ada.page()
        .addInitScript(
            "indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };");
    ada.reload().openRoom(room);
    goOffline(ada);
    ada.say("one").say("two");
    assertThat(ada.item("message-content")).hasText(new String[] {"one", "two"});
    line.mend(ada.page());
    ada.sees("one", "two");
    ben.sees("one", "two");
    assertThat(ada.complaints()).isEmpty();
  }

  @Test
  void tabsAgreeOnADraftAndNoneChangesItUnderTheCursor() {
    Screen second = ada.tab().awaitLive().openRoom(room);
    second.page().evaluate("document.hasFocus = () => false");
    ada.item("composer").fill("half a thou");
    assertThat(second.item("composer")).hasValue("half a thou");
    second.page().evaluate("document.hasFocus = () => true");
    second.item("composer").focus();
    ada.item("composer").fill("half a thought");
    awaitKept(ada, "half a thought");
    assertThat(second.item("composer")).hasValue("half a thou");
    second.item("composer").pressSequentially("sand");
    ada.page().evaluate("document.activeElement.blur()");
    assertThat(ada.item("composer")).hasValue("half a thousand");
  }

  private void goOffline(Screen screen) {
    line.cut();
    assertThat(screen.item("connection-state")).hasAttribute("data-state", "offline");
  }

  private void awaitNothingKept() {
    ada.page().waitForFunction("async () => await (" + EVERYTHING_KEPT + ")() === ''");
  }

  private static void awaitKept(Screen screen, String... texts) {
    for (String text : texts) {
      screen
          .page()
          .waitForFunction(
              "async (text) => (await (" + EVERYTHING_KEPT + ")()).includes(text)", text);
    }
  }
}
