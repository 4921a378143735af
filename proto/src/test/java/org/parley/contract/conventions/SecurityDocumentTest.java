package org.parley.contract.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security.md names a test for all it says, and each of them exists. */
class SecurityDocumentTest {

  /** {@code `FooTest#doesThis`}. */
  private static final Pattern NAMED =
      Pattern.compile("`(?<type>\\w+(?:Test|IT))#(?<method>\\w+)`");

  private static final int LEAST = 40;

  @Test
  void namesTestsThatExist() throws IOException {
    List<SourceFile> files = Repository.texts();
    String document = text(files, "docs/security.md");
    List<MatchResult> named = NAMED.matcher(document).results().toList();
    assertThat(named).hasSizeGreaterThan(LEAST);
    assertThat(named.stream().filter(test -> !exists(files, test)).map(MatchResult::group))
        .isEmpty();
  }

  @Test
  void everyRowOfItsTablesNamesOne() throws IOException {
    List<String> rows =
        text(Repository.texts(), "docs/security.md")
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| threat |"))
            .toList();
    assertThat(rows).isNotEmpty().allMatch(row -> NAMED.matcher(row).find());
  }

  private static String text(List<SourceFile> files, String path) {
    return files.stream()
        .filter(file -> file.path().toString().equals(path))
        .map(file -> String.join("\n", file.lines()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean exists(List<SourceFile> files, MatchResult test) {
    Pattern method = Pattern.compile("\\b(?:void|\\w+<\\w+>) " + test.group("method") + "\\(");
    return files.stream()
        .filter(file -> file.path().endsWith(test.group("type") + ".java"))
        .anyMatch(file -> file.lines().stream().anyMatch(line -> method.matcher(line).find()));
  }
}
