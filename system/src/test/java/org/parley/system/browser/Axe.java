package org.parley.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks for what shuts people out, on one screen after another, in each of some themes. */
final class Axe implements AutoCloseable {

  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final Page page;
  private final String device;
  private final List<String> themes;
  private final Map<String, List<String>> report = new TreeMap<>();

  Axe(Page page, String device, List<String> themes) {
    this.page = page;
    this.device = device;
    this.themes = themes;
  }

  /** The screen as it is now; what is found is told at the end, so that one run tells all. */
  void look(String screen) {
    Object chosen = page.evaluate("document.documentElement.dataset.theme");
    for (String theme : themes) {
      page.evaluate("theme => document.documentElement.dataset.theme = theme", theme);
      List<String> found = new ArrayList<>();
      for (Rule rule : new AxeBuilder(page).withTags(TAGS).analyze().getViolations()) {
        rule.getNodes()
            .forEach(
                node -> found.add(rule.getId() + ": " + node.getTarget() + " " + node.getHtml()));
      }
      report.put(device + ", " + screen + ", " + theme, found);
    }
    page.evaluate("theme => document.documentElement.dataset.theme = theme", chosen);
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

  /** Leaves a report in target/axe, also of a run that broke off. */
  @Override
  public void close() {
    try {
      Path folder = Files.createDirectories(Path.of("target", "axe"));
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(folder.resolve(device + ".json").toFile(), report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
