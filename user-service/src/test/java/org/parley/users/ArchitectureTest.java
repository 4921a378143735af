package org.parley.users;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.contract.it.FeatureTable;

/** Which package may use which, and where each library may be used. */
class ArchitectureTest {

  private static final String ROOT = "org.parley.users";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Who may use whom. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("platform", Set.of()),
          entry("key", Set.of("platform")),
          entry("token", Set.of("key", "platform")),
          entry("limit", Set.of("platform")),
          entry("audit", Set.of("limit", "platform")),
          entry("status", Set.of("platform")),
          entry("account", Set.of("status", "audit", "platform")),
          entry("session", Set.of("account", "status", "audit", "limit", "platform")),
          entry("signin", Set.of("account", "session", "token", "limit", "platform")),
          entry("profile", Set.of("account", "session", "signin", "token", "limit")),
          entry("admin", Set.of("key", "session", "status", "token", "audit", "limit", "platform")),
          entry(
              "privacy",
              Set.of("session", "account", "status", "token", "audit", "limit", "platform")),
          entry("directory", Set.of("account", "status", "session", "platform")),
          entry(
              "rpc",
              Set.of(
                  "session",
                  "signin",
                  "account",
                  "token",
                  "audit",
                  "directory",
                  "limit",
                  "platform")));

  @Test
  void featuresDependInOneDirection() {
    new FeatureTable(ROOT, MAY_USE).check(CLASSES);
  }

  @Test
  void featuresAreFreeOfCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void grpcStaysWhereServicesTalk() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".directory", ROOT + ".rpc")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.grpc..", "com.google.protobuf..", "org.parley.contract..v1")
        .check(CLASSES);
  }

  @Test
  void persistenceStaysInEntitiesAndStores() {
    noClasses()
        .that()
        .areNotAnnotatedWith(Entity.class)
        .and()
        .haveSimpleNameNotEndingWith("Store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..")
        .check(CLASSES);
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        // The schema and the readiness check are about the database as a whole; they know no table.
        .and()
        .resideOutsideOfPackage(ROOT + ".platform")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.hibernate..")
        .check(CLASSES);
  }

  @Test
  void entitiesNeverLeaveTheirPackage() {
    noClasses().that().areAnnotatedWith(Entity.class).should().bePublic().check(CLASSES);
  }

  @Test
  void librariesStayWithOneFeature() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".token", ROOT + ".key")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.nimbusds..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".account")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.password4j..", "com.nulabinc..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveThreeToTenFiles() {
    Map<String, Long> files =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(file -> !file.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isBetween(3L, 10L));
  }
}
