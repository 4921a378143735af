package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.system.support.AdminRights;
import org.parley.system.support.Api;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** Two who are in one room write to each other alone. */
@WithBrowsers
class DirectIT {

  private static final String GONE = "deleted user";

  private final RunningSystem system;
  private final String harbour = Visitor.freshName("Harbour");
  private final Browsers browsers;
  private final Visitor ada;
  private final Visitor ben;
  private final long room;

  DirectIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(harbour, "public");
    ben.join(room);
    ben.say(room, "Ahoy.");
  }

  @Test
  void whoIsWrittenToSeesItAtOnceAndAfterAReload() {
    Screen bens = browsers.of(ben).openRoom(harbour);
    Screen adas = browsers.of(ada).openRoom(harbour);
    Browsers.writeTo(adas, ben.username());
    adas.awaitEntered().say("psst").sees("psst");

    assertThat(Browsers.badge(bens, ada.username())).containsText("1");
    assertThat(bens.page()).hasTitle("(1) " + harbour + " · Parley");
    bens.openRoom(ada.username()).sees("psst").awaitEntered();
    bens.item("composer").pressSequentially("What");
    assertThat(adas.item("typing")).containsText(ben.username());
    bens.say("What is it?").sees("psst", "What is it?");
    assertThat(Browsers.badge(bens, ada.username())).hasCount(0);
    assertThat(bens.page()).hasTitle(ada.username() + " · Parley");

    bens.reload().sees("psst", "What is it?");
    assertThat(bens.item("room-name")).hasText(ada.username());
    adas.reload().sees("psst", "What is it?");
    assertThat(adas.item("room-item")).hasCount(2);
  }

  @Test
  void whoeverSharesARoomIsFoundByAFewLetters() {
    Screen adas = browsers.of(ada); // she has seen nobody yet
    assertThat(Browsers.listed(adas, harbour)).isVisible();
    adas.page().keyboard().press("Control+k");
    adas.item("switcher-query").fill(ben.username());
    assertThat(adas.item("switcher-person")).hasText("Write to " + ben.username());
    adas.page().keyboard().press("Enter");
    assertThat(adas.item("room-name")).hasText(ben.username());
    assertThat(adas.item("composer")).isFocused();

    adas.page().keyboard().press("Control+k");
    adas.item("switcher-query").fill(ben.username());
    assertThat(adas.item("switcher-room")).hasCount(1);
    assertThat(adas.item("switcher-person")).hasCount(0);
  }

  @Test
  void whoLeftTheLastRoomStillFindsThoseWhoWereThere() {
    Screen bens = browsers.of(ben).openRoom(harbour);
    bens.item("show-members").click();
    assertThat(bens.item("member")).hasCount(2);
    bens.item("leave-room").click();
    bens.item("leave-confirm").click();
    assertThat(bens.item("room-item")).hasCount(0);

    bens.page().keyboard().press("Control+k");
    bens.item("switcher-query").fill(ada.username());
    bens.item("switcher-person").click();
    bens.say("I am out.").sees("I am out.");
    assertThat(bens.item("room-name")).hasText(ada.username());
  }

  @Test
  void theAuthorOfAMessageIsWrittenToFromIt() {
    ada.say(room, "Good morning.");
    Screen adas = browsers.of(ada).openRoom(harbour).sees("Ahoy.", "Good morning.");
    Locator actions = adas.item("message-actions");
    menuOf(adas, "Good morning.");
    assertThat(actions.getByTestId("message-copy")).isVisible();
    assertThat(actions.getByTestId("message-write")).hasCount(0);

    menuOf(adas, "Ahoy.");
    actions.getByTestId("message-write").click();
    assertThat(adas.item("room-name")).hasText(ben.username());
    assertThat(adas.item("composer")).isFocused();
    adas.say("Good morning, Ben.").sees("Good morning, Ben.");

    Screen bens = browsers.of(ben).openRoom(ada.username()).sees("Good morning, Ben.");
    menuOf(bens, "Good morning, Ben.");
    assertThat(bens.item("message-copy")).isVisible();
    assertThat(bens.item("message-write")).hasCount(0);
  }

  @Test
  void twoWhoBeginAtOnceAreInOneRoom() {
    Screen adas = browsers.of(ada).openRoom(harbour);
    Screen bens = browsers.of(ben).openRoom(harbour);
    List<Route> asking = new ArrayList<>();
    for (Screen screen : List.of(adas, bens)) {
      screen.page().route("**/api/v1/rooms", asking::add);
      screen.item("show-members").click();
      screen.item("message-member").click();
    }
    Patience.await(
        "both ask",
        () -> {
          adas.page().title(); // the driver tells of a request while it is asked for something
          return asking.size() == 2;
        });
    asking.forEach(Route::resume);

    assertThat(adas.item("room-name")).hasText(ben.username());
    assertThat(bens.item("room-name")).hasText(ada.username());
    assertThat(bens.openRoomId()).isEqualTo(adas.openRoomId());
    adas.say("You first.").sees("You first.");
    bens.sees("You first.");
    for (Screen screen : List.of(adas, bens)) {
      assertThat(screen.item("room-item")).hasCount(2);
    }
  }

  @Test
  void nothingOfItCanBeChangedButWhetherItDisturbs() {
    Screen adas = browsers.of(ada).openRoom(harbour);
    Browsers.writeTo(adas, ben.username());
    assertThat(adas.item("show-members")).hasCount(0);
    adas.item("room-details").click();
    assertThat(adas.item("mute-room")).isVisible();
    for (String other :
        List.of("details-name", "details-members", "details-leave", "open-invitations")) {
      assertThat(adas.item(other)).hasCount(0);
    }
    adas.closeDialog();

    adas.item("browse-rooms").click();
    adas.item("browse-query").fill(ben.username());
    assertThat(adas.item("create-instead")).isVisible(); // there is no such room
  }

  @Test
  void whoDeletedTheirAccountIsCalledSo() {
    long direct = withAWordOfBen();
    String why = "{\"password\":\"" + ben.password() + "\"}";
    Api.Answer gone =
        Api.exchange(
            ben.api()
                .request("/api/v1/users/me")
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(why))
                .build(),
            why);
    assertThat(gone.status()).isEqualTo(200);
    for (int i = 0; i < 2; i++) {
      Api instance = Api.at(system.chat(i, "/")).as(ada.token());
      Patience.await(
          "instance " + i + " has heard of it", () -> GONE.equals(peer(instance, direct)));
    }

    Screen adas = browsers.of(ada).openRoom(GONE).sees("Remember me.");
    assertThat(adas.item("room-name")).hasText(GONE);
    assertThat(adas.item("message").first()).containsText(GONE);
    adas.openRoom(harbour).sees("Ahoy.");
    menuOf(adas, "Ahoy.");
    assertThat(adas.item("message-copy")).isVisible();
    assertThat(adas.item("message-write")).hasCount(0);
  }

  @Test
  void whoWasDeactivatedIsStillCalledAsEver() {
    withAWordOfBen();
    Visitor eve = AdminRights.give(system, Visitor.signUp(system, "eve"));
    try {
      String path = "/api/v1/admin/users/" + ben.id() + "/deactivate";
      assertThat(eve.api().post(path, Map.of()).status()).isEqualTo(200);
    } finally {
      AdminRights.takeFromAll(system);
    }

    Screen adas = browsers.of(ada).openRoom(ben.username()).sees("Remember me.");
    assertThat(adas.item("message").first()).containsText(ben.username());
    adas.say("Come back.").sees("Remember me.", "Come back.");
  }

  /** In their direct room, which is there when this returns. */
  private long withAWordOfBen() {
    long direct =
        ben.api()
            .post("/api/v1/rooms", Map.of("type", "direct", "user_id", ada.id()))
            .body()
            .path("id")
            .asLong();
    ben.say(direct, "Remember me.");
    return direct;
  }

  /** What they are called, above what they wrote too. */
  private static String peer(Api instance, long direct) {
    String name = instance.get("/api/v1/rooms/" + direct).body().at("/peer/username").asText();
    JsonNode said = instance.get("/api/v1/rooms/" + direct + "/messages").body();
    return said.at("/messages/0/username").asText().equals(name) ? name : "";
  }

  private static void menuOf(Screen screen, String text) {
    screen
        .item("message")
        .filter(new Locator.FilterOptions().setHasText(text))
        .getByTestId("message-more")
        .click();
  }
}
