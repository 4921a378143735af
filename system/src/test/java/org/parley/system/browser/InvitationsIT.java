package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** Ada has a private room, and asks others into it by links. */
@WithBrowsers
class InvitationsIT {

  private final RunningSystem system;
  private final String harbour = Visitor.freshName("Harbour");
  private final Browsers browsers;
  private final Visitor ada;
  private final long room;

  InvitationsIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
    ada = Visitor.signUp(system, "ada");
    room = ada.createRoom(harbour, "private");
    ada.say(room, "The gate opens at half past.");
  }

  @Test
  void aNewcomerComesInWithTheLinkTheOwnerMade() {
    Screen adas = browsers.of(ada).openRoom(harbour);
    adas.item("room-details").click();
    adas.item("open-invitations").click();
    adas.item("make-invitation").click();
    assertThat(adas.item("invitation-link")).hasValue(Pattern.compile(".*#/invitations/.+"));
    String link = adas.item("invitation-link").inputValue();

    Screen bens = browsers.openAt(URI.create(link));
    assertThat(bens.item("entry-invited")).isVisible();
    bens.item("switch-to-signup").click();
    assertThat(bens.item("entry-invited")).isVisible();
    bens.signUpHere(Visitor.freshName("ben"));

    assertThat(bens.item("invitation-room")).containsText(harbour);
    assertThat(bens.item("accept-invitation")).isFocused();
    assertThat(bens.item("room-item")).hasCount(0);
    Pattern secret = Pattern.compile(Pattern.quote(link.replaceFirst(".*/", "")));
    assertThat(bens.page()).not().hasURL(secret);
    bens.item("accept-invitation").click();
    bens.sees("The gate opens at half past.");
    assertThat(bens.item("room-name")).hasText(harbour);
    assertThat(Browsers.listed(bens, harbour)).isVisible();
    assertThat(bens.item("composer")).isFocused();

    adas.closeDialog();
    bens.say("So I hurry.").sees("The gate opens at half past.", "So I hurry.");
    adas.sees("The gate opens at half past.", "So I hurry.");
    assertThat(adas.item("show-members")).hasText("2");
    bens.reload().sees("The gate opens at half past.", "So I hurry.");
  }

  @Test
  void aLinkIsGoodForAsLongAndAsManyAsItsOwnerSays() {
    Screen adas = browsers.of(ada).openRoom(harbour);
    adas.item("room-details").click();
    adas.item("open-invitations").click();
    adas.item("invitation-life").selectOption("3600");
    adas.item("invitation-uses").selectOption("10");
    adas.item("make-invitation").click();
    assertThat(adas.item("invitation")).containsText("used 0 of 10 times");
    JsonNode made =
        ada.api().get("/api/v1/rooms/" + room + "/invitations").body().at("/invitations/0");
    assertThat(made.path("max_uses").asInt()).isEqualTo(10);
    Instant end = Instant.parse(made.path("expires_at").asText());
    assertThat(Duration.between(Instant.now(), end)).isBetween(minutes(50), minutes(70));
  }

  @Test
  void whoIsSignedInIsAskedAndMayStayOutside() {
    Visitor ben = Visitor.signUp(system, "ben");
    Screen bens = browsers.of(ben);
    follow(bens, invitation(Map.of()));
    assertThat(bens.item("invitation-room")).containsText(harbour);
    bens.closeDialog();
    assertThat(bens.item("room-item")).hasCount(0);
    bens.reload();
    assertThat(bens.item("create-room")).isVisible();
    assertThat(bens.item("invitation-room")).hasCount(0);
    assertThat(ben.api().get("/api/v1/users/me/rooms").body().path("rooms")).isEmpty();
  }

  @Test
  void aLinkThatWasWithdrawnOpensNothing() {
    Invitation invitation = invitation(Map.of());
    withdraw(invitation);
    Screen bens = browsers.of(Visitor.signUp(system, "ben"));
    follow(bens, invitation);
    assertItOpensNothing(bens);
  }

  @Test
  void aLinkThatIsUsedUpOpensNothing() {
    Invitation invitation = invitation(Map.of("max_uses", 1));
    Screen bens = browsers.of(Visitor.signUp(system, "ben"));
    follow(bens, invitation);
    bens.item("accept-invitation").click();
    bens.sees("The gate opens at half past.");

    Screen cleos = browsers.of(Visitor.signUp(system, "cleo"));
    follow(cleos, invitation);
    assertItOpensNothing(cleos);
  }

  /** As one that expires: the server does not say why. */
  @Test
  void aLinkThatEndsWhileSomebodyIsAskedOpensNothing() {
    Invitation invitation = invitation(Map.of());
    Screen bens = browsers.of(Visitor.signUp(system, "ben"));
    follow(bens, invitation);
    assertThat(bens.item("invitation-room")).containsText(harbour);
    withdraw(invitation);
    bens.item("accept-invitation").click();
    assertItOpensNothing(bens);
  }

  @Test
  void aMemberIsLedStraightIn() {
    Visitor ben = Visitor.signUp(system, "ben");
    Invitation invitation = invitation(Map.of());
    ben.api().post("/api/v1/invitations/accept", Map.of("token", invitation.token()));

    Screen bens = browsers.openAt(invitation.link());
    Browsers.signIn(bens, ben);
    bens.sees("The gate opens at half past.");
    assertThat(bens.page().locator("parley-dialog")).hasCount(0);
    assertThat(bens.page()).hasURL(Pattern.compile("#/rooms/" + room + "$"));
  }

  @Test
  void whoHasNoLinkSeesNothingOfTheRoom() {
    Screen bens = browsers.of(Visitor.signUp(system, "ben"));
    bens.item("browse-rooms").click();
    bens.item("browse-query").fill(harbour);
    assertThat(bens.item("create-instead")).isVisible();
    bens.closeDialog();

    bens.page().navigate(system.origin("/#/rooms/" + room).toString());
    assertThat(bens.item("trouble")).containsText("not there, or not open to you");
    assertThat(bens.page().locator("body")).not().containsText(harbour);
    assertThat(bens.item("message")).hasCount(0);
    assertThat(bens.item("room-item")).hasCount(0);
  }

  /** What is said instead leads to the rooms that are open to everybody. */
  private void assertItOpensNothing(Screen screen) {
    assertThat(screen.page().locator("parley-dialog").getByRole(AriaRole.ALERT))
        .containsText("not valid any more");
    assertThat(screen.item("invitation-room")).hasCount(0);
    assertThat(screen.item("accept-invitation")).hasCount(0);
    assertThat(Browsers.listed(screen, harbour)).hasCount(0);
    assertThat(screen.item("browse-instead")).isFocused();
    screen.item("browse-instead").click();
    assertThat(screen.item("browse-query")).isFocused();
  }

  private void follow(Screen screen, Invitation invitation) {
    screen.page().navigate(invitation.link().toString());
  }

  private void withdraw(Invitation invitation) {
    ada.api().delete("/api/v1/rooms/" + room + "/invitations/" + invitation.id());
  }

  private Invitation invitation(Map<String, Integer> limits) {
    JsonNode made = ada.api().post("/api/v1/rooms/" + room + "/invitations", limits).body();
    return new Invitation(
        made.path("id").asLong(),
        made.path("token").asText(),
        URI.create(system.origin("/") + made.path("path").asText().substring(1)));
  }

  private record Invitation(long id, String token, URI link) {}

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
