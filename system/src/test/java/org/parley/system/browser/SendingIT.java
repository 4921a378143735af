package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/**
 * What somebody sees of a message between the Enter key and everybody else, and when it is refused.
 */
@WithBrowsers
class SendingIT {

  private final String room = Visitor.freshName("Quay");
  private final Screen ada;
  private final Line line;

  SendingIT(Browsers browsers) {
    ada = browsers.signedUp("ada").createRoom(room);
    line = Line.of(ada.page());
    ada.reload().openRoom(room);
  }

  @Test
  void theBubbleIsThereBeforeTheAckAndTheComposerFree() {
    line.withhold("message_ack", "new_message");
    ada.say("first");
    assertThat(ada.item("message-content")).hasText(new String[] {"first"});
    assertThat(ada.item("message")).hasAttribute("data-state", "pending");
    assertThat(ada.item("composer")).hasValue("");
    assertThat(ada.item("composer")).isFocused();
    ada.say("second");
    assertThat(ada.item("message-content")).hasText(new String[] {"first", "second"});

    line.letGo();
    ada.sees("first", "second");
  }

  @Test
  void whatIsRefusedSaysWhyAndIsTriedAgainUnderItsId() {
    line.refuse("forbidden");
    ada.say("let me in");
    assertThat(ada.item("failure")).containsText("You may not do this here.");
    line.answerNoMore();
    ada.item("retry").click();
    ada.sees("let me in");
    assertThat(ada.item("failure")).hasCount(0);
    assertThat(line.said("send_message"))
        .extracting(frame -> frame.path("client_msg_id").asText())
        .hasSize(2)
        .first()
        .isEqualTo(line.said("send_message").get(1).path("client_msg_id").asText());
  }

  @Test
  void whatIsRefusedCanBeWrittenAnewOrDiscarded() {
    line.refuse("validation_failed");
    ada.say("a word too many");
    assertThat(ada.item("failure")).containsText("does not take it like this");
    ada.item("composer").fill("already begun");
    ada.item("rewrite").click();
    assertThat(ada.item("composer")).hasValue("a word too many\nalready begun");
    assertThat(ada.item("composer")).isFocused();
    assertThat(ada.item("message")).hasCount(0);

    ada.item("composer").press("Enter");
    ada.item("discard").click();
    assertThat(ada.item("message")).hasCount(0);

    line.answerNoMore();
    ada.say("better").sees("better");
  }

  @Test
  void theMenuIsUsedByKeyboardAndGivesTheFocusBack() {
    ada.say("one").say("two").sees("one", "two");
    Locator first = ada.item("message").first();
    first.getByTestId("message-more").focus();
    ada.page().keyboard().press("Enter");
    assertThat(ada.item("react").first()).isFocused();
    ada.page().keyboard().press("ArrowDown");
    assertThat(ada.page().locator(".words button").first()).isFocused();
    ada.page().keyboard().press("Escape");
    assertThat(ada.item("message-actions")).hasCount(0);
    theFocusIsOnTheMessage();

    first.getByTestId("message-more").click();
    ada.item("message-edit").click();
    assertThat(ada.item("message-editor")).isFocused();
    ada.page().keyboard().press("Escape");
    theFocusIsOnTheMessage();
    ada.sees("one", "two");
  }

  @Test
  void aMessageIsAnswered() {
    ada.say("one").sees("one");
    ada.item("message-more").click();
    ada.item("message-reply").click();
    assertThat(ada.item("answering").getByTestId("quote")).containsText("one");
    assertThat(ada.item("composer")).isFocused();
    ada.page().keyboard().press("Escape");
    assertThat(ada.item("answering")).hasCount(0);

    ada.item("message-more").click();
    ada.item("message-reply").click();
    ada.say("yes").sees("one", "yes");
    assertThat(ada.item("message").last().getByTestId("quote")).containsText("one");
  }

  @Test
  void anyEmojiIsAReaction() {
    ada.say("ship it").sees("ship it");
    ada.item("message-more").click();
    ada.item("react-other").click();
    assertThat(ada.item("emoji-search")).isFocused();
    ada.item("emoji-search").fill("rocket");
    assertThat(ada.item("emoji").first()).hasAttribute("data-emoji", "🚀");
    ada.page().keyboard().press("Enter");
    assertThat(ada.item("reaction")).hasText("🚀 1");
    theFocusIsOnTheMessage();
    ada.item("message-more").click();
    ada.item("react-other").click();
    assertThat(ada.item("emoji-search")).isFocused();
    // What was picked last comes first.
    assertThat(ada.item("emoji").first()).hasAttribute("data-emoji", "🚀");
    ada.page().keyboard().press("ArrowDown");
    ada.page().keyboard().press("ArrowDown");
    ada.page().keyboard().press("ArrowRight");
    assertThat(ada.item("emoji").nth(2)).isFocused();
    ada.page().keyboard().press("Enter");
    assertThat(ada.item("reaction")).hasCount(2);
  }

  /** Or on its button: in it. */
  private void theFocusIsOnTheMessage() {
    assertThat(ada.page().locator("[data-testid=message]:focus-within")).hasCount(1);
  }
}
