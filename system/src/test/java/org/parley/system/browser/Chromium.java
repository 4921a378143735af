package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, without a window. One for the whole run, as a start takes longer
 * than many a test; a test has profiles of its own in it, and what it leaves open ends with it.
 */
final class Chromium implements AutoCloseable {

  private static final String HOW_TO_GET_ONE =
      "No Chromium was found, so the browser tests are skipped. Get one with: apt-get install chromium"
          + " (or name yours in PARLEY_CHROMIUM).";

  /**
   * No sandbox: it needs rights that root and containers do not have, and only our own page is
   * opened. The other flags keep Chromium from calling home.
   */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /**
   * For what a page shows in moments where nothing else runs. No promise: a busy machine has time.
   */
  private static final int ASSERTIONS_WAIT_MS = 20_000;

  private static Playwright playwright;
  private static Browser running;

  private final Browser browser;
  private final List<BrowserContext> before;

  private Chromium(Browser browser) {
    this.browser = browser;
    this.before = browser.contexts();
  }

  /**
   * Starts it if it does not run. Without one the test is skipped, or fails where
   * PARLEY_REQUIRE_BROWSER is true.
   */
  static Chromium start() {
    Optional<Path> program = find();
    if (Boolean.parseBoolean(System.getenv("PARLEY_REQUIRE_BROWSER"))) {
      assertThat(program).as(HOW_TO_GET_ONE).isPresent();
    }
    if (program.isEmpty()) {
      System.out.println(HOW_TO_GET_ONE);
    }
    assumeTrue(program.isPresent(), HOW_TO_GET_ONE);
    return new Chromium(runningFrom(program.get()));
  }

  /** Its own process and Playwright's end with this one. */
  private static synchronized Browser runningFrom(Path program) {
    if (running == null || !running.isConnected()) {
      if (playwright == null) {
        PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTIONS_WAIT_MS);
        playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      }
      running =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
    }
    return running;
  }

  Browser browser() {
    return browser;
  }

  /** Where it is. */
  static Optional<Path> find() {
    return Stream.of(
            System.getenv().getOrDefault("PARLEY_CHROMIUM", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    if (browser.isConnected()) {
      browser.contexts().stream()
          .filter(profile -> !before.contains(profile))
          .forEach(BrowserContext::close);
    }
  }
}
