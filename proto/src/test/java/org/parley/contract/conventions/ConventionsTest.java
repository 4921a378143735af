package org.parley.contract.conventions;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What keeps the code readable as it grows, for every module at once. */
class ConventionsTest {

  /** A file beyond this tells more than one story. */
  private static final int LONGEST_FILE = 250;

  private static final int LONGEST_OF_NINE_IN_TEN = 150;

  /** Beyond this a package is split by sub-feature. */
  private static final int LARGEST_PACKAGE = 10;

  private static final int LONGEST_PACKAGE_COMMENT = 8;

  /** Words that say nothing about what a type is. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile(
          "\\b(?:class|record|interface|enum) (?:\\w*(?:Manager|Helper|Utils?|Impl|D[Tt][Oo]|Common|Info|Data)(?![a-z])"
              + "|(?:Default|Abstract)[A-Z])");

  private static final Pattern SLEEP = Pattern.compile("\\bsleep\\(|\\bparkNanos\\(");

  // Taken apart, so that it does not find itself.
  private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME)\\b");

  private static List<SourceFile> files;

  @BeforeAll
  static void read() throws IOException {
    files = Repository.files();
  }

  @Test
  void seesEveryModule() {
    assertThat(files)
        .extracting(file -> file.path().getName(0).toString())
        .contains("proto", "user-service", "chat-service", "nginx", "system");
  }

  @Test
  void noSourceFileIsLong() {
    assertThat(sources().filter(file -> file.lines().size() > LONGEST_FILE)).isEmpty();
  }

  @Test
  void nineInTenMainFilesAreShort() {
    List<SourceFile> main = sources().filter(SourceFile::isMain).toList();
    List<SourceFile> longer =
        main.stream().filter(file -> file.lines().size() > LONGEST_OF_NINE_IN_TEN).toList();
    assertThat(longer).as("of %d", main.size()).hasSizeLessThanOrEqualTo(main.size() / 10);
  }

  @Test
  void noPackageIsLarge() {
    Map<Path, Long> sizes =
        mainJava()
            .filter(file -> !file.isPackageComment())
            .collect(groupingBy(SourceFile::folder, counting()));
    sizes.values().removeIf(size -> size <= LARGEST_PACKAGE);
    assertThat(sizes).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    Predicate<SourceFile> explains =
        file ->
            file.isPackageComment()
                && file.lines().contains("@NullMarked")
                && file.lines().stream().filter(line -> line.matches("/\\*\\*.*| \\*.*")).count()
                    <= LONGEST_PACKAGE_COMMENT;
    Map<Path, List<SourceFile>> packages =
        Stream.concat(mainJava(), files.stream().filter(file -> file.isIn("src/it/java")))
            .collect(groupingBy(SourceFile::folder));
    packages.values().removeIf(sources -> sources.stream().anyMatch(explains));
    assertThat(packages.keySet()).isEmpty();
  }

  @Test
  void typesHaveNamesThatSaySomething() {
    assertNowhere(EMPTY_NAME, SourceFile::isJava);
  }

  @Test
  void testsNeverSleep() {
    assertNowhere(SLEEP, SourceFile::isTest);
  }

  @Test
  void nothingIsLeftUnfinished() {
    assertNowhere(UNFINISHED, file -> true);
  }

  private static void assertNowhere(Pattern pattern, Predicate<SourceFile> where) {
    assertThat(
            files.stream().filter(where).map(file -> file.find(pattern)).flatMap(Optional::stream))
        .isEmpty();
  }

  private static Stream<SourceFile> sources() {
    return files.stream().filter(file -> file.isJava() || file.isTypeScript());
  }

  private static Stream<SourceFile> mainJava() {
    return files.stream().filter(file -> file.isJava() && file.isMain());
  }
}
