package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** What somebody decides about the page, and does with their own account. */
@WithBrowsers
class SettingsIT {

  private static final String OTHER_PASSWORD = "quiet river under stars";

  private final Browsers browsers;

  SettingsIT(Browsers browsers) {
    this.browsers = browsers;
  }

  private Screen settingsOf(String name) {
    Screen screen = browsers.signedUp(name);
    screen.item("open-settings").click();
    assertThat(screen.item("settings")).isVisible();
    return screen;
  }

  @Test
  void whatIsChosenHoldsAtOnceInEveryTabAndAfterAReload() {
    Screen ada = settingsOf("ada");
    Screen tab = ada.tab();
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
  }

  @Test
  void theAddressNamesTheSettingsAndBackLeavesThem() {
    String room = Visitor.freshName("Harbour");
    Screen ada = browsers.signedUp("ada").createRoom(room);
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

  @Test
  void anotherNameIsSeenAtOnceAndARefusedOneIsExplained() {
    Screen ada = settingsOf("ada");
    ada.item("display-name").fill("Ada of the Harbour");
    ada.item("save-name").click();
    assertThat(ada.item("save-name-done")).hasText("Saved.");
    assertThat(ada.item("account-name")).hasText("Ada of the Harbour");
    ada.item("display-name").fill("");
    ada.item("save-name").click();
    assertThat(ada.item("display-name")).hasAttribute("aria-invalid", "true");
    assertThat(ada.item("display-name")).isFocused();
  }

  @Test
  void aNewPasswordSignsTheOtherDevicesOutAndThisOneGoesOn() {
    Screen ada = settingsOf("ada");
    Screen phone = browsers.open();
    String name = ada.item("account-name").textContent();
    phone.signIn(name, Screen.PASSWORD).awaitLive();

    ada.item("current-password").fill("not this one");
    ada.item("new-password").fill(OTHER_PASSWORD);
    ada.item("save-password").click();
    assertThat(ada.item("current-password")).hasAttribute("aria-invalid", "true");
    assertThat(ada.item("new-password")).hasValue(OTHER_PASSWORD);

    ada.item("current-password").fill(Screen.PASSWORD);
    ada.item("save-password").click();
    assertThat(ada.item("save-password-done")).isVisible();
    assertThat(ada.item("new-password")).hasValue("");
    assertThat(phone.item("signin-login")).isVisible();
    ada.reload();
    phone.signIn(name, OTHER_PASSWORD).awaitLive();
  }

  @Test
  void devicesAreListedAndCanBeSignedOut() {
    Screen ada = settingsOf("ada");
    Screen phone = browsers.open();
    String name = ada.item("account-name").textContent();
    assertThat(ada.item("device")).hasCount(1);
    assertThat(ada.item("end-session")).hasCount(0);
    phone.signIn(name, Screen.PASSWORD).awaitLive();
    ada.item("close-settings").click();
    ada.item("open-settings").click();
    assertThat(ada.item("device")).hasCount(2);
    assertThat(ada.item("device").first()).hasAttribute("data-current", "true");

    ada.item("end-session").click();
    assertThat(ada.item("device")).hasCount(1);
    assertThat(phone.item("signin-login")).isVisible();

    phone.signIn(name, Screen.PASSWORD).awaitLive();
    ada.item("close-settings").click();
    ada.item("open-settings").click();
    ada.item("end-other-sessions").click();
    assertThat(ada.item("device")).hasCount(1);
    assertThat(phone.item("signin-login")).isVisible();
    ada.awaitLive();
  }

  @Test
  void bothCopiesOfMyDataAreDownloads() throws IOException {
    Screen ada = browsers.signedUp("ada");
    ada.createRoom(Visitor.freshName("Harbour")).say("Fog until noon.").sees("Fog until noon.");
    ada.item("open-settings").click();
    Download account = ada.page().waitForDownload(() -> ada.item("export-account").click());
    assertThat(account.suggestedFilename()).isEqualTo("parley-account.json");
    assertThat(Files.readString(account.path())).contains("\"sessions\"", "@example.org");
    Download messages = ada.page().waitForDownload(() -> ada.item("export-messages").click());
    assertThat(Files.readString(messages.path())).contains("Fog until noon.");
  }

  @Test
  void anAccountIsDeletedWithItsPasswordOnly() {
    Screen ada = settingsOf("ada");
    Screen tab = ada.tab();
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
    ada.item("deletion-password").fill(Screen.PASSWORD);
    ada.item("deletion-confirm").click();
    assertThat(ada.item("entry-remark")).hasText("Your account was deleted.");
    assertThat(tab.item("signin-login")).isVisible();

    ada.signIn(name, Screen.PASSWORD);
    assertThat(ada.item("form-error")).isVisible();
  }

  @Test
  void signingOutInOneTabSignsTheOtherOutAtOnce() {
    Screen ada = browsers.signedUp("ada");
    Screen tab = ada.tab();
    tab.awaitLive();
    ada.item("sign-out").click();
    assertThat(tab.item("entry-remark")).hasText("You signed out in another tab.");
  }
}
