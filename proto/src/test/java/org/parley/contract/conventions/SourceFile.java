package org.parley.contract.conventions;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text file of the repository.
 *
 * @param path relative to the repository
 */
record SourceFile(Path path, List<String> lines) {

  boolean isJava() {
    return path.toString().endsWith(".java");
  }

  boolean isTypeScript() {
    return path.toString().endsWith(".ts");
  }

  /** What runs, as opposed to what tests or builds it. */
  boolean isMain() {
    return isIn("src/main") || isIn("web/src");
  }

  boolean isTest() {
    return isIn("src/test") || isIn("src/it") || isIn("web/test");
  }

  boolean isPackageComment() {
    return path.endsWith("package-info.java");
  }

  Path folder() {
    return path.getParent();
  }

  /** Whether one of the folders it is in has this path inside its module. */
  boolean isIn(String folder) {
    return path.getNameCount() > 3 && path.subpath(1, path.getNameCount()).startsWith(folder);
  }

  /** The first line that has this, as {@code path:number: line}. */
  Optional<String> find(Pattern pattern) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = pattern.matcher(lines.get(i));
      if (matcher.find()) {
        return Optional.of("%s:%d: %s".formatted(path, i + 1, lines.get(i).strip()));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return path + " (" + lines.size() + " lines)";
  }
}
