package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;

/**
 * Every screen and dialog, looked at by axe: WCAG 2.2 AA and good practice, with no violation let
 * pass.
 */
@WithBrowsers
class AccessibilityIT {

  private static final Path DESKTOP = Path.of("..", "docs", "accessibility-axe.md");
  private static final Path ELSEWHERE = Path.of("..", "docs", "accessibility-axe-elsewhere.md");

  private final RunningSystem system;
  private final Browsers browsers;

  AccessibilityIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
  }

  @Test
  void everyScreenOnADesktop() throws IOException {
    Axe desktop =
        everyScreen(
            "desktop",
            List.of("light", "dark", "contrast"),
            new Browser.NewContextOptions().setViewportSize(1280, 800));
    new AxeReport("desktop", List.of(desktop)).assertIn(DESKTOP);
  }

  @Test
  void everyScreenOnAPhoneFromTheRight() throws IOException {
    Axe phone =
        everyScreen(
            "phone, in Arabic",
            List.of("dark"),
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale("ar"));
    new AxeReport("phone, from the right", List.of(phone)).assertIn(ELSEWHERE);
  }

  private Axe everyScreen(String device, List<String> themes, Browser.NewContextOptions options) {
    // A colour on its way to another is neither.
    options.setReducedMotion(ReducedMotion.REDUCE);
    Screen ada = browsers.open(options);
    try (Axe axe = new Axe(ada.page(), device, themes)) {
      new Tour(system, ada, axe::look).everything();
      assertThat(axe.violations()).isEmpty();
      assertThat(axe.looks()).isEqualTo(axe.screens().size() * themes.size());
      assertThat(axe.asked()).contains("target-size", "color-contrast", "region", "skip-link");
      return axe;
    }
  }
}
