package org.parley.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks for what shuts people out, on one screen after another, in each of some themes. */
final class Axe implements AutoCloseable {

  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** All that another theme can change. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  /** 7:1, which high contrast promises and WCAG asks for at AAA. */
  private static final List<String> HIGH_CONTRAST =
      List.of("color-contrast", "color-contrast-enhanced", "link-in-text-block");

  private final Page page;
  private final String device;
  private final List<String> themes;
  private final Set<String> screens = new LinkedHashSet<>();
  private final Set<String> asked = new TreeSet<>();
  private final Set<String> judged = new TreeSet<>();
  private final Map<String, List<String>> report = new TreeMap<>();
  private final Map<String, List<String>> undecided = new TreeMap<>();
  private String version = "";

  Axe(Page page, String device, List<String> themes) {
    this.page = page;
    this.device = device;
    this.themes = themes;
    // Colours on their way from one theme to the next are nobody's.
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
  }

  /** The screen as it is now; what is found is told at the end, so that one run tells all. */
  void look(String screen) {
    screens.add(screen);
    Object chosen = page.evaluate("document.documentElement.dataset.theme");
    for (String theme : themes) {
      page.evaluate("theme => document.documentElement.dataset.theme = theme", theme);
      AxeResults results = asked(theme).analyze();
      String look = device + ", " + screen + ", " + theme;
      report.put(look, told(results.getViolations()));
      undecided.put(look, told(results.getIncomplete()));
      version = results.getTestEngine().getVersion();
      List.of(results.getViolations(), results.getPasses(), results.getIncomplete())
          .forEach(rules -> rules.forEach(rule -> judged.add(rule.getId())));
      results.getInapplicable().forEach(rule -> asked.add(rule.getId()));
    }
    asked.addAll(judged);
    page.evaluate("theme => document.documentElement.dataset.theme = theme", chosen);
  }

  private AxeBuilder asked(String theme) {
    AxeBuilder axe = new AxeBuilder(page);
    if (theme.equals(themes.getFirst())) {
      return axe.withTags(TAGS);
    }
    return axe.withRules(theme.equals("contrast") ? HIGH_CONTRAST : COLOURS);
  }

  private static List<String> told(List<Rule> rules) {
    List<String> told = new ArrayList<>();
    for (Rule rule : rules) {
      rule.getNodes()
          .forEach(node -> told.add(rule.getId() + ": " + node.getTarget() + " " + node.getHtml()));
    }
    return told;
  }

  /** By screen and theme, what was found. */
  Map<String, List<String>> violations() {
    Map<String, List<String>> violations = new TreeMap<>(report);
    violations.values().removeIf(List::isEmpty);
    return violations;
  }

  int looks() {
    return report.size();
  }

  String device() {
    return device;
  }

  /** In the order they were first looked at. */
  Set<String> screens() {
    return screens;
  }

  /** Rules that were asked of every screen. */
  Set<String> asked() {
    return asked;
  }

  /** Of these, the ones that found something to judge. */
  Set<String> judged() {
    return judged;
  }

  List<String> themes() {
    return themes;
  }

  String version() {
    return version;
  }

  /** Leaves a report in target/axe, also of a run that broke off. */
  @Override
  public void close() {
    try {
      Path folder = Files.createDirectories(Path.of("target", "axe"));
      undecided.values().removeIf(List::isEmpty);
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(
              folder.resolve(device.replaceAll("\\W+", "-") + ".json").toFile(),
              Map.of("violations", report, "undecided", undecided));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
