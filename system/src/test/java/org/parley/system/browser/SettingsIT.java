package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** What somebody decides about the page, and does with their own account. */
@WithRunningSystem
class SettingsIT {

  private static final String PASSWORD = "a long enough pass phrase";
  private static final String OTHER_PASSWORD = "quiet river under stars";

  private final RunningSystem system;
  private Chromium chromium;

  SettingsIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void startChromium() {
    chromium = Chromium.start();
  }

  @AfterEach
  void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private Screen open() {
    return Screen.open(chromium.browser(), system.origin("/"));
  }

  private Screen settingsOf(String name) {
    Screen screen = open().signUp(Visitor.freshName(name), PASSWORD);
    screen.item("open-settings").click();
    assertThat(screen.item("settings")).isVisible();
    return screen;
  }

  @Test
  void whatIsChosenHoldsAtOnceInEveryTabAndAfterAReload() {
    try (Screen ada = settingsOf("ada");
        Screen tab = ada.tab()) {
      tab.awaitLive();
      ada.item("theme-dark").check();
      assertThat(tab.page().locator("html")).hasAttribute("data-theme", "dark");
      ada.item("language").selectOption("de");
      assertThat(tab.item("create-room")).hasText("Neuer Raum");
      assertThat(ada.item("create-room")).hasText("Neuer Raum");
      ada.item("send-key-ctrl_enter").check();

      ada.reload();
      assertThat(ada.page().locator("html")).hasAttribute("data-theme", "dark");
      assertThat(ada.page().locator("html")).hasAttribute("lang", "de");
      assertThat(ada.item("send-key-ctrl_enter")).isChecked();
      assertThat(ada.complaints()).isEmpty();
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void theAddressNamesTheSettingsAndBackLeavesThem() {
    String room = Visitor.freshName("Harbour");
    try (Screen ada = open().signUp(Visitor.freshName("ada"), PASSWORD).createRoom(room)) {
      ada.item("open-settings").click();
      assertThat(ada.page()).hasTitle("Settings · Parley");
      ada.reload();
      assertThat(ada.item("settings")).isVisible();
      ada.item("close-settings").click();
      assertThat(ada.item("settings")).isHidden();
      ada.openRoom(room).item("open-settings").click();
      ada.page().goBack();
      assertThat(ada.item("room-name")).hasText(room);
    }
  }

  @Test
  void anotherNameIsSeenAtOnceAndARefusedOneIsExplained() {
    try (Screen ada = settingsOf("ada")) {
      ada.item("display-name").fill("Ada of the Harbour");
      ada.item("save-name").click();
      assertThat(ada.item("save-name-done")).hasText("Saved.");
      assertThat(ada.item("account-name")).hasText("Ada of the Harbour");
      ada.item("display-name").fill("");
      ada.item("save-name").click();
      assertThat(ada.item("display-name")).hasAttribute("aria-invalid", "true");
      assertThat(ada.item("display-name")).isFocused();
    }
  }

  @Test
  void aNewPasswordSignsTheOtherDevicesOutAndThisOneGoesOn() {
    try (Screen ada = settingsOf("ada");
        Screen phone = open()) {
      String name = ada.item("account-name").textContent();
      signIn(phone, name, PASSWORD).awaitLive();

      ada.item("current-password").fill("not this one");
      ada.item("new-password").fill(OTHER_PASSWORD);
      ada.item("save-password").click();
      assertThat(ada.item("current-password")).hasAttribute("aria-invalid", "true");
      assertThat(ada.item("new-password")).hasValue(OTHER_PASSWORD);

      ada.item("current-password").fill(PASSWORD);
      ada.item("save-password").click();
      assertThat(ada.item("save-password-done")).isVisible();
      assertThat(ada.item("new-password")).hasValue("");
      assertThat(phone.item("signin-login")).isVisible(within(20));
      ada.reload();
      signIn(phone, name, OTHER_PASSWORD).awaitLive();
    }
  }

  @Test
  void devicesAreListedAndCanBeSignedOut() {
    try (Screen ada = settingsOf("ada");
        Screen phone = open()) {
      String name = ada.item("account-name").textContent();
      assertThat(ada.item("device")).hasCount(1);
      assertThat(ada.item("end-session")).hasCount(0);
      signIn(phone, name, PASSWORD).awaitLive();
      ada.item("close-settings").click();
      ada.item("open-settings").click();
      assertThat(ada.item("device")).hasCount(2);
      assertThat(ada.item("device").first()).hasAttribute("data-current", "true");

      ada.item("end-session").click();
      assertThat(ada.item("device")).hasCount(1);
      assertThat(phone.item("signin-login")).isVisible(within(20));

      signIn(phone, name, PASSWORD).awaitLive();
      ada.item("close-settings").click();
      ada.item("open-settings").click();
      ada.item("end-other-sessions").click();
      assertThat(ada.item("device")).hasCount(1);
      assertThat(phone.item("signin-login")).isVisible(within(20));
      ada.awaitLive();
    }
  }

  @Test
  void bothCopiesOfMyDataAreDownloads() throws IOException {
    try (Screen ada = open().signUp(Visitor.freshName("ada"), PASSWORD)) {
      ada.createRoom(Visitor.freshName("Harbour")).say("Fog until noon.").sees("Fog until noon.");
      ada.item("open-settings").click();
      Download account = ada.page().waitForDownload(() -> ada.item("export-account").click());
      assertThat(account.suggestedFilename()).isEqualTo("parley-account.json");
      assertThat(Files.readString(account.path())).contains("\"sessions\"", "@example.org");
      Download messages = ada.page().waitForDownload(() -> ada.item("export-messages").click());
      assertThat(Files.readString(messages.path())).contains("Fog until noon.");
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void anAccountIsDeletedWithItsPasswordOnly() {
    try (Screen ada = settingsOf("ada");
        Screen tab = ada.tab()) {
      tab.awaitLive();
      String name = ada.item("account-name").textContent();
      ada.item("delete-account").click();
      assertThat(ada.item("deletion-password")).isFocused();
      ada.closeDialog();
      assertThat(ada.item("delete-account")).isFocused();

      ada.item("delete-account").click();
      ada.item("deletion-password").fill("not this one");
      ada.item("deletion-confirm").click();
      assertThat(ada.item("deletion-password")).hasAttribute("aria-invalid", "true");
      ada.item("deletion-password").fill(PASSWORD);
      ada.item("deletion-confirm").click();
      assertThat(ada.item("entry-remark")).hasText("Your account was deleted.");
      assertThat(tab.item("signin-login")).isVisible();

      signIn(ada, name, PASSWORD);
      assertThat(ada.item("form-error")).isVisible();
    }
  }

  @Test
  void signingOutInOneTabSignsTheOtherOutAtOnce() {
    try (Screen ada = open().signUp(Visitor.freshName("ada"), PASSWORD);
        Screen tab = ada.tab()) {
      tab.awaitLive();
      ada.item("sign-out").click();
      assertThat(tab.item("entry-remark")).hasText("You signed out in another tab.");
    }
  }

  private static Screen signIn(Screen screen, String name, String password) {
    screen.item("signin-login").fill(name);
    screen.item("signin-password").fill(password);
    screen.item("signin-submit").click();
    return screen;
  }

  /** A session that was ended elsewhere is closed within seconds. */
  private static LocatorAssertions.IsVisibleOptions within(int seconds) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000d);
  }
}
