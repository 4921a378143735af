package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** The client in each of its languages. */
@WithBrowsers
class LanguagesIT {

  /** Whether its full stop, which has no direction of its own, stands left of where it begins. */
  private static final String ENDS_ON_THE_LEFT =
      """
      (said) => {
        const texts = document.createTreeWalker(said, NodeFilter.SHOW_TEXT, ({ data }) => (data.includes('.') ? 1 : 3));
        const text = texts.nextNode();
        const leftOf = (at) => {
          const letter = new Range();
          letter.setStart(text, at);
          letter.setEnd(text, at + 1);
          return letter.getBoundingClientRect().left;
        };
        return leftOf(text.data.indexOf('.')) < leftOf(0);
      }
      """;

  private final Browsers browsers;

  LanguagesIT(Browsers browsers) {
    this.browsers = browsers;
  }

  private Screen openIn(String locale) {
    return browsers.open(
        new Browser.NewContextOptions().setViewportSize(1000, 700).setLocale(locale));
  }

  @Test
  void theBrowsersLanguageIsSpokenFromTheFirstScreenOn() {
    Screen german = openIn("de-AT");
    Screen chinese = openIn("zh-CN");
    Screen french = openIn("fr-FR");
    assertThat(german.item("signin-submit")).hasText("Anmelden");
    assertThat(german.page().locator("html")).hasAttribute("lang", "de");
    assertThat(chinese.item("signin-submit")).hasText("登录");
    assertThat(french.item("signin-submit")).hasText("Sign in");
  }

  @Test
  void anotherLanguageLosesNothingThatWasTyped() {
    Screen visitor = openIn("en");
    visitor.item("switch-to-signup").click();
    visitor.item("signup-username").fill("ada");
    visitor.item("signup-password").fill(Screen.PASSWORD);
    visitor.item("speak-de").click();
    assertThat(visitor.item("signup-submit")).hasText("Konto anlegen");
    assertThat(visitor.item("signup-username")).hasValue("ada");
    assertThat(visitor.item("signup-password")).hasValue(Screen.PASSWORD);
  }

  @Test
  void inTheSettingsAnotherLanguageLeavesTheFocusWhereItWas() {
    Screen ada = openIn("en").signUp(Visitor.freshName("ada"));
    ada.item("open-settings").click();
    ada.item("language").focus();
    ada.item("language").selectOption("zh");
    assertThat(ada.item("create-room")).hasText("新建房间");
    assertThat(ada.item("language")).isFocused();
  }

  @Test
  void arabicIsReadFromTheRight() {
    String room = Visitor.freshName("الميناء");
    Screen ada = openIn("ar").signUp(Visitor.freshName("ada"));
    assertThat(ada.page().locator("html")).hasAttribute("dir", "rtl");
    ada.createRoom(room).say("ضباب حتى الظهر.").sees("ضباب حتى الظهر.");
    BoundingBox list = ada.item("create-room").boundingBox();
    BoundingBox composer = ada.item("composer").boundingBox();
    assertThat(list.x).isGreaterThan(composer.x + composer.width);
    BoundingBox send = ada.item("send").boundingBox();
    assertThat(send.x).isLessThan(composer.x);
    assertThat(ada.page().evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(ada.page().evaluate("innerWidth"));
  }

  @Test
  void eachMessageIsReadInItsOwnDirection() {
    String arabic = "ضباب حتى الظهر.";
    String english = "Fog until noon.";
    String name = Visitor.freshName("ada");
    String addressed = "@" + name + " " + arabic;
    Screen ada = openIn("en").signUp(name);
    ada.createRoom(Visitor.freshName("Harbour")).say(addressed).say(arabic).say(english);
    ada.sees(addressed, arabic, english);
    Locator said = ada.item("message-content");
    assertThat(said.nth(1)).hasAttribute("dir", "auto");
    assertThat(said.last()).hasAttribute("dir", "auto");
    assertThat(said.nth(1).evaluate(ENDS_ON_THE_LEFT)).isEqualTo(true);
    assertThat(said.last().evaluate(ENDS_ON_THE_LEFT)).isEqualTo(false);
    assertThat(said.first().locator(".mention")).isVisible();
    assertThat(said.first().evaluate(ENDS_ON_THE_LEFT)).as("a name says nothing").isEqualTo(true);
    ada.item("open-settings").click();
    ada.item("language").selectOption("ar");
    ada.item("close-settings").click();
    ada.sees(addressed, arabic, english);
    assertThat(said.nth(1).evaluate(ENDS_ON_THE_LEFT)).isEqualTo(true);
    assertThat(said.last().evaluate(ENDS_ON_THE_LEFT)).isEqualTo(false);
  }

  @Test
  void whatTheServerRefusesIsSaidInTheLanguageOfThePage() {
    Screen visitor = openIn("de");
    visitor.item("signin-login").fill("nobody-at-all");
    visitor.item("signin-password").fill(Screen.PASSWORD);
    visitor.item("signin-submit").click();
    assertThat(visitor.item("form-error"))
        .hasText("Benutzername, E-Mail oder Passwort stimmt nicht.");
  }
}
