package org.parley.system.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.contract.golden.GoldenFile;

/** What axe said of some devices, as a document. */
record AxeReport(String title, List<Axe> devices) {

  private static final String INTRODUCTION =
      """
      # What axe says of the browser client: TITLE

      A test goes past every screen, dialog and list of the browser client, the empty ones too, and lets axe-core VERSION look at
      each: WCAG 2.0, 2.1 and 2.2 at A and AA, and good practice. It fails on any violation and when this file says anything else,
      and writes it anew with `-Dparley.golden.rewrite=true`. In further themes only the colours are asked about, as nothing else
      differs. How to run it, and what axe leaves for people to decide: [accessibility.md](accessibility.md#what-axe-says).

      | device | screens | themes | looks | rules | violations |
      |---|--:|---|--:|--:|--:|
      """;

  void assertIn(Path document) throws IOException {
    StringBuilder text =
        new StringBuilder(
            INTRODUCTION.replace("TITLE", title).replace("VERSION", devices.getFirst().version()));
    Set<String> screens = new LinkedHashSet<>();
    Set<String> judged = new TreeSet<>();
    for (Axe axe : devices) {
      screens.addAll(axe.screens());
      judged.addAll(axe.judged());
      text.append(
          "| %s | %d | %s | %d | %d | %d |\n"
              .formatted(
                  axe.device(),
                  axe.screens().size(),
                  String.join(", ", axe.themes()),
                  axe.looks(),
                  axe.asked().size(),
                  axe.violations().size()));
    }
    text.append("\nThe screens: ").append(String.join(" · ", screens)).append(".\n");
    text.append("\nRules that found something to judge: `");
    text.append(String.join("`, `", judged)).append("`.\n");
    new GoldenFile(document).assertSays(text.toString());
  }
}
