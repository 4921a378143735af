package org.parley.contract.conventions;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tests a document names for what it says: {@code `FooTest#doesThis`}. */
record NamedTests(String document, List<SourceFile> files) {

  private static final Pattern NAMED =
      Pattern.compile("`(?<type>\\w+(?:Test|IT))#(?<method>\\w+)`");

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
    Pattern method = Pattern.compile("\\b(?:void|\\w+<\\w+>) " + test.group("method") + "\\(");
    return files.stream()
        .filter(file -> file.path().endsWith(test.group("type") + ".java"))
        .anyMatch(file -> file.lines().stream().anyMatch(line -> method.matcher(line).find()));
  }
}
