package org.parley.chat;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.it.FeatureTable;

/** Which package may use which, and where each library may be used: the map in the README, held. */
class ArchitectureTest {

  private static final String ROOT = "org.parley.chat";
  private static final Path SOURCES = Path.of("src/main/java", ROOT.replace('.', '/'));
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** An entity, or a type nested in one: its key. */
  private static final DescribedPredicate<JavaClass> PART_OF_AN_ENTITY =
      DescribedPredicate.describe(
          "part of an entity",
          type ->
              type.isAnnotatedWith(Entity.class)
                  || type.getEnclosingClass()
                      .filter(outer -> outer.isAnnotatedWith(Entity.class))
                      .isPresent());

  private static final DescribedPredicate<JavaClass> STORE =
      DescribedPredicate.describe(
          "a store", type -> outermost(type).getSimpleName().endsWith("Store"));

  /** Who may use whom. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry(
              "live",
              Set.of(
                  "entrance",
                  "presence",
                  "devices",
                  "reading",
                  "limit",
                  "socket",
                  "message",
                  "log",
                  "protocol",
                  "platform",
                  "health",
                  "identity")),
          entry(
              "probe",
              Set.of(
                  "feed",
                  "socket",
                  "log",
                  "protocol",
                  "cluster",
                  "platform",
                  "health",
                  "identity")),
          entry("privacy", Set.of("directory", "protocol", "cluster", "platform", "identity")),
          entry("drain", Set.of("presence", "socket", "log", "protocol", "health")),
          entry(
              "rpc",
              Set.of(
                  "entrance",
                  "limit",
                  "socket",
                  "message",
                  "log",
                  "room",
                  "lobby",
                  "protocol",
                  "health",
                  "identity")),
          entry(
              "entrance",
              Set.of(
                  "presence",
                  "devices",
                  "feed",
                  "socket",
                  "message",
                  "room",
                  "protocol",
                  "platform",
                  "identity")),
          entry(
              "lobby",
              Set.of("room", "devices", "directory", "limit", "protocol", "cluster", "identity")),
          entry("invitation", Set.of("room", "devices", "limit", "protocol", "identity")),
          entry("presence", Set.of("feed", "socket", "protocol", "cluster", "identity")),
          entry(
              "feed",
              Set.of("socket", "message", "protocol", "cluster", "platform", "health", "identity")),
          entry("socket", Set.of("protocol", "platform", "identity")),
          entry(
              "message",
              Set.of(
                  "log",
                  "limit",
                  "room",
                  "mention",
                  "protocol",
                  "cluster",
                  "platform",
                  "identity")),
          entry("log", Set.of("mention", "protocol", "platform", "health", "identity")),
          entry("mention", Set.of()),
          entry(
              "room",
              Set.of(
                  "devices",
                  "directory",
                  "reading",
                  "limit",
                  "protocol",
                  "cluster",
                  "platform",
                  "identity")),
          entry("reading", Set.of("devices", "limit", "protocol", "platform", "identity")),
          entry("devices", Set.of("socket", "protocol", "cluster", "identity")),
          entry("limit", Set.of("cluster", "socket", "identity")),
          entry("cluster", Set.of("platform")),
          entry("directory", Set.of("platform", "health", "identity")),
          entry("protocol", Set.of()),
          // The settings of one thing are a record beside that thing; platform only reads them.
          entry("platform", Set.of("identity")),
          entry("health", Set.of()),
          entry("identity", Set.of()));

  static Stream<Path> packages() throws IOException {
    try (Stream<Path> children = Files.list(SOURCES)) {
      return children.filter(Files::isDirectory).toList().stream();
    }
  }

  @Test
  void featuresDependInOneDirection() {
    new FeatureTable(ROOT, MAY_USE).check(CLASSES);
  }

  @Test
  void featuresAreFreeOfCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void redisStaysInCluster() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cluster")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.lettuce..")
        .check(CLASSES);
  }

  @Test
  void grpcStaysInDirectory() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".directory", ROOT + ".rpc")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.grpc..", "com.google.protobuf..", "org.parley.contract..v1")
        .check(CLASSES);
  }

  @Test
  void webSocketsStayInLiveAndSocket() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".live", ROOT + ".socket")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.websocket..")
        .check(CLASSES);
  }

  @Test
  void persistenceStaysInEntitiesAndStores() {
    noClasses()
        .that(DescribedPredicate.not(PART_OF_AN_ENTITY.or(STORE)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.persistence..")
        .check(CLASSES);
  }

  @Test
  void sqlStaysInStatementsAndStores() {
    noClasses()
        .that(DescribedPredicate.not(STORE.or(simpleNameEndingWith("Statement"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void entitiesNeverLeaveTheirPackage() {
    classes().that(annotatedWith(Entity.class)).should().bePackagePrivate().check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void packagesSayWhatTheyAreForAndStaySmall(Path folder) throws IOException {
    assertThat(folder.resolve("package-info.java")).exists();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> types = files.filter(file -> !file.endsWith("package-info.java")).toList();
      assertThat(types).as("types in %s", folder.getFileName()).hasSizeBetween(3, 10);
    }
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }
}
