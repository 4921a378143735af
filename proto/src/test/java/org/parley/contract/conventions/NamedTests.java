package org.parley.contract.conventions;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tests a document names for what it says: {@code `FooTest#doesThis`}, or of the browser client
 * {@code `foo.test.ts: does this`}.
 */
record NamedTests(String document, List<SourceFile> files) {

  private static final Pattern NAMED =
      Pattern.compile(
          "`(?:(?<type>\\w+(?:Test|IT))#(?<method>\\w+)|(?<file>[\\w-]+\\.test\\.ts): (?<name>[^`]+))`");

  static NamedTests of(String path) throws IOException {
    List<SourceFile> files = Repository.texts();
    String document =
        files.stream()
            .filter(file -> file.path().toString().equals(path))
            .map(file -> String.join("\n", file.lines()))
            .findFirst()
            .orElseThrow();
    return new NamedTests(document, files);
  }

  int count() {
    return (int) NAMED.matcher(document).results().count();
  }

  List<String> missing() {
    return NAMED
        .matcher(document)
        .results()
        .filter(test -> !exists(test))
        .map(MatchResult::group)
        .toList();
  }

  /** Rows of tables that name none; the heads of tables are none. */
  List<String> rowsWithoutOne() {
    return document
        .lines()
        .filter(line -> line.startsWith("| ") && !line.endsWith("| kept by |"))
        .filter(line -> !NAMED.matcher(line).find())
        .toList();
  }

  private boolean exists(MatchResult test) {
    if (test.group("type") == null) {
      String begin = "test('" + test.group("name") + "',";
      // An apostrophe in a name is escaped there.
      return has(test.group("file"), line -> line.replace("\\'", "'").startsWith(begin));
    }
    Pattern method = Pattern.compile("\\b(?:void|\\w+<\\w+>) " + test.group("method") + "\\(");
    return has(test.group("type") + ".java", line -> method.matcher(line).find());
  }

  private boolean has(String name, Predicate<String> line) {
    return files.stream()
        .filter(file -> file.path().endsWith(name))
        .anyMatch(file -> file.lines().stream().anyMatch(line));
  }
}
