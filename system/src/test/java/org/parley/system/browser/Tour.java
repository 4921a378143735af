package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.function.Consumer;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** Past every screen, dialog and list there is, with a stop at each. */
final class Tour {

  private static final String NOBODY = "zzzz-nothing-is-called-that";

  private final RunningSystem system;
  private final Screen ada;
  private final Consumer<String> stop;
  private final String room = Visitor.freshName("Harbour");
  private final String name = Visitor.freshName("ada");
  private final Line line;

  /**
   * @param stop is told where ada is; names are the same in every run
   */
  Tour(RunningSystem system, Screen ada, Consumer<String> stop) {
    this.system = system;
    this.ada = ada;
    this.stop = stop;
    line = Line.of(ada.page());
    ada.page().reload();
  }

  void everything() {
    comingIn();
    nothingYet();
    theRoom();
    messages();
    writing();
    aroundTheRoom();
    invitations();
    otherRooms();
    settings();
    trouble();
  }

  private void comingIn() {
    assertThat(ada.item("signin-submit")).isVisible();
    stop.accept("sign in");
    ada.item("switch-to-signup").click();
    stop.accept("sign up");
    ada.item("signup-username").fill(name);
    ada.item("signup-email").fill("nobody");
    ada.item("signup-password").fill("password");
    ada.item("signup-submit").click();
    assertThat(ada.item("form-error").first()).isVisible();
    stop.accept("sign up, refused");
    ada.signUpHere(name);
  }

  private void nothingYet() {
    assertThat(ada.item("welcome-create")).isVisible();
    stop.accept("welcome");
    ada.page().keyboard().press("Control+k");
    assertThat(ada.item("switcher-query")).isFocused();
    stop.accept("switcher, in no room");
    ada.closeDialog();
    ada.item("create-room").click();
    assertThat(ada.item("create-room-name")).isFocused();
    stop.accept("new room");
    ada.item("create-room-name").fill(room);
    ada.item("create-room-submit").click();
    assertThat(ada.item("composer")).isVisible();
    stop.accept("room, empty");
  }

  private void theRoom() {
    Visitor ben = Visitor.signUp(system, "ben");
    long id = ada.openRoomId();
    ben.join(id);
    ben.say(id, "# Plan\n\n1. *ropes*\n\n> soon\n\n| a | b |\n|--|:-:|\n| 1 | 2 |\n");
    ben.say(id, "See https://example.org, @" + name + "\n```\nlet a = 1;\n```");
    ada.say("Aye").say("Done");
    assertThat(ada.page().locator("[data-testid=message][data-state=sent]")).hasCount(4);
    ada.react("Aye", "👍").seesReactions("Aye", "👍 1");
    reply("Aye", "To this.");
    stop.accept("room");
  }

  private void reply(String to, String text) {
    menuOf(to).getByTestId("message-reply").click();
    ada.say(text);
    assertThat(ada.item("message").last().getByTestId("quote")).isVisible();
  }

  private Locator menuOf(String text) {
    Locator message = ada.item("message").filter(new Locator.FilterOptions().setHasText(text));
    message.first().getByTestId("message-more").click();
    return ada.item("message-actions");
  }

  private void messages() {
    assertThat(menuOf("Done").getByTestId("react-other")).isVisible();
    stop.accept("what can be done with a message");
    ada.item("react-other").click();
    assertThat(ada.item("emoji").first()).isVisible();
    stop.accept("emoji");
    ada.item("emoji-search").fill(NOBODY);
    assertThat(ada.item("emoji")).hasCount(0);
    stop.accept("emoji, none found");
    ada.item("emoji-search").fill("");
    ada.page().keyboard().press("Escape");
    assertThat(ada.item("emoji-dialog")).hasCount(0);
    ada.item("message-edit").click();
    assertThat(ada.item("message-editor")).isFocused();
    stop.accept("a message that is edited");
    ada.page().keyboard().press("Escape");
    menuOf("Done").getByTestId("message-remove").click();
    assertThat(ada.item("remove-confirm")).isVisible();
    stop.accept("remove a message");
    ada.item("remove-confirm").click();
    assertThat(ada.page().locator(".message.removed")).hasCount(1);
    stop.accept("a removed message");
  }

  private void writing() {
    menuOf("Aye").getByTestId("message-reply").click();
    assertThat(ada.item("answering")).isVisible();
    stop.accept("a reply that is written");
    ada.page().keyboard().press("Escape");
    ada.item("composer").pressSequentially(":anchor");
    assertThat(ada.item("completion").first()).isVisible();
    ada.page().keyboard().press("ArrowDown");
    stop.accept("completions");
    ada.item("composer").fill("x".repeat(4_001));
    assertThat(ada.item("composer-note")).isVisible();
    stop.accept("a message that is too long");
    ada.item("composer").fill("");
  }

  private void aroundTheRoom() {
    ada.item("to-date").click();
    assertThat(ada.item("date-panel")).isVisible();
    stop.accept("go to a date");
    ada.page().keyboard().press("Escape");
    ada.item("show-members").click();
    assertThat(ada.item("member")).hasCount(2);
    stop.accept("members");
    ada.item("remove-member").first().click();
    assertThat(ada.item("remove-member-confirm")).isVisible();
    stop.accept("remove a member");
    ada.closeDialog().item("show-members").click();
    ada.item("members-query").fill(NOBODY);
    assertThat(ada.item("member")).hasCount(0);
    stop.accept("members, none found");
    ada.closeDialog().item("room-details").click();
    assertThat(ada.item("details-name")).isVisible();
    stop.accept("room details");
    ada.item("details-leave").click();
    assertThat(ada.item("leave-confirm")).isVisible();
    stop.accept("leave a room");
    ada.closeDialog();
  }

  private void invitations() {
    ada.item("room-details").click();
    ada.item("open-invitations").click();
    assertThat(ada.item("make-invitation")).isVisible();
    stop.accept("invitations, none");
    ada.item("make-invitation").click();
    assertThat(ada.item("invitation")).hasCount(1);
    stop.accept("invitations");
    String link = ada.item("invitation-link").inputValue();
    ada.closeDialog().page().navigate(link.replaceFirst("[^/]+$", anInvitationOfBen()));
    assertThat(ada.item("invitation-room")).isVisible();
    stop.accept("invited");
    ada.closeDialog().page().navigate(link.replaceFirst(".{3}$", "AAA"));
    assertThat(ada.item("form-error")).isVisible();
    stop.accept("invited, no longer");
    ada.closeDialog();
  }

  private String anInvitationOfBen() {
    Visitor ben = Visitor.signUp(system, "ben");
    long secret = ben.createRoom("Boathouse", "private");
    return ben.api()
        .post("/api/v1/rooms/" + secret + "/invitations", Map.of())
        .body()
        .path("token")
        .asText();
  }

  private void otherRooms() {
    ada.page().keyboard().press("Control+k");
    ada.item("switcher-query").fill(room);
    assertThat(ada.item("switcher-room")).hasCount(1);
    stop.accept("switcher");
    ada.item("switcher-query").fill(NOBODY);
    assertThat(ada.item("switcher-room")).hasCount(0);
    stop.accept("switcher, none found");
    ada.closeDialog().page().keyboard().press("Control+/");
    assertThat(ada.item("key-sheet")).isVisible();
    stop.accept("keys");
    ada.closeDialog();
    toTheList();
    stop.accept("rooms");
    ada.item("browse-rooms").click();
    ada.item("browse-query").fill(room);
    assertThat(ada.item("open-room")).hasCount(1);
    stop.accept("browse");
    ada.item("browse-query").fill(NOBODY);
    assertThat(ada.item("open-room")).hasCount(0);
    stop.accept("browse, none found");
    ada.closeDialog();
  }

  /** Beside it already, but on a phone. */
  private void toTheList() {
    if (ada.item("back").isVisible()) {
      ada.item("back").click();
    }
  }

  private void settings() {
    ada.item("open-settings").click();
    assertThat(ada.item("device")).hasCount(1);
    stop.accept("settings");
    ada.item("delete-account").click();
    assertThat(ada.item("deletion-password")).isFocused();
    stop.accept("delete the account");
    ada.closeDialog().item("close-settings").click();
  }

  private void trouble() {
    ada.openRoom(room);
    line.refuse("forbidden");
    ada.say("Not for you.");
    assertThat(ada.item("failure")).isVisible();
    stop.accept("a message that was refused");
    line.cut();
    assertThat(ada.item("connection-retry")).isVisible();
    stop.accept("without a connection");
  }
}
