package org.parley.system.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.contract.golden.GoldenFile;
import org.parley.system.supply.Materials.Library;

/**
 * Each artifact's bill of materials says all that is in it, under licences that ask of nobody who
 * runs, changes or passes on Parley more than to keep a notice. The list is docs/licences.md.
 */
class SupplyChainIT {

  /** As SPDX names them. Another one is added here, by somebody who has read it. */
  private static final Set<String> ALLOWED =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "ISC",
          "MIT",
          "MIT-0",
          "PostgreSQL");

  /** What libraries say in words of their own. */
  private static final Map<String, String> NAMES =
      Map.of(
          "EDL 1.0", "BSD-3-Clause",
          "Eclipse Distribution License - v 1.0", "BSD-3-Clause",
          "Public Domain, per Creative Commons CC0", "CC0-1.0",
          // Either may be chosen, and this one is.
          "(MPL-2.0 OR Apache-2.0)", "Apache-2.0");

  private static final String INTRODUCTION =
      """
      # Licences of what is shipped

      Parley itself is under the Apache License 2.0. These are the libraries in its artifacts, read off their bills of materials
      (`target/*.cdx.json`, CycloneDX, with versions and hashes) by `SupplyChainIT`, which fails on a library that is not here, on
      one that says no licence, and on a licence that is not on its list: those that ask for no more than that a notice is kept.
      It writes this file anew with `-Dparley.golden.rewrite=true`.

      Beside them run programs with licences of their own: Open Liberty (EPL-2.0) under the services, nginx (BSD-2-Clause),
      PostgreSQL (PostgreSQL) and Redis, whose 7.0 is under BSD-3-Clause. The libraries that bring the last two to a machine
      without them are in the program that starts the whole system, and in no image.
      """;

  private static List<Materials> materials;

  @BeforeAll
  static void read() throws IOException {
    materials = Materials.ofEverything();
  }

  @Test
  void everyArtifactHasABillOfMaterials() {
    for (Materials one : materials) {
      assertThat(one.json().path("bomFormat").asText()).isEqualTo("CycloneDX");
      assertThat(one.json().path("specVersion").asText()).isEqualTo("1.6");
      assertThat(one.json().at("/metadata/component/name").asText()).isEqualTo(one.artifact());
      assertThat(one.json().path("components"))
          .as(one.artifact())
          .isNotEmpty()
          .allSatisfy(
              component -> {
                assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
                assertThat(component.path("hashes").findValuesAsText("alg")).contains("SHA-256");
              });
    }
  }

  @Test
  void nothingIsShippedThatIsNotListed() throws IOException {
    for (String service : List.of("user-service", "chat-service")) {
      Set<String> jars = jarsOf(service);
      Set<String> listed =
          libraries(service)
              .map(library -> library.name() + "-" + library.version() + ".jar")
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(jars).as(service).isNotEmpty().isSubsetOf(listed);
      listed.removeAll(jars);
      // Annotations: libraries ask for them at run time, and nothing needs them then.
      assertThat(listed).as(service).allMatch(jar -> jar.startsWith("jspecify-"));
    }
    Set<String> bundled = new TreeSet<>();
    try (Stream<Path> modules = Files.list(Path.of("..", "nginx", "target", "node_modules"))) {
      modules.map(module -> module.getFileName().toString()).forEach(bundled::add);
    }
    // The compiler that checks the sources, and what it is told of types; a browser never sees
    // them.
    bundled.remove("typescript");
    bundled.remove("@types");
    bundled.remove("@lit");
    bundled.add("reactive-element");
    assertThat(libraries("parley-nginx").map(Library::name))
        .containsExactlyInAnyOrderElementsOf(bundled);
  }

  private static Set<String> jarsOf(String service) throws IOException {
    Path server = Path.of("..", "target", "liberty", "usr", "servers", service);
    Set<String> jars = new TreeSet<>();
    for (String folder : List.of("lib", "jdbc")) {
      try (Stream<Path> files = Files.list(server.resolve(folder))) {
        files.map(file -> file.getFileName().toString()).forEach(jars::add);
      }
    }
    return jars;
  }

  private static Stream<Library> libraries(String artifact) {
    return materials.stream()
        .filter(one -> one.artifact().equals(artifact))
        .flatMap(one -> one.libraries().stream());
  }

  @Test
  void everyLicenceMayBeShipped() {
    assertThat(
            materials.stream()
                .flatMap(one -> one.libraries().stream())
                .filter(library -> !library.isOurs())
                .filter(library -> !mayBeShipped(library.licences())))
        .isEmpty();
  }

  /** Of several the one that is taken may be chosen; of none, nothing is known. */
  private static boolean mayBeShipped(Set<String> licences) {
    return licences.stream().anyMatch(licence -> ALLOWED.contains(known(licence)));
  }

  private static String known(String licence) {
    return NAMES.getOrDefault(licence, licence);
  }

  @Test
  void wouldRefuseOthers() {
    assertThat(mayBeShipped(Set.of("GPL-3.0-only"))).isFalse();
    assertThat(mayBeShipped(Set.of("AGPL-3.0-only", "SSPL-1.0"))).isFalse();
    assertThat(mayBeShipped(Set.of())).isFalse();
    assertThat(mayBeShipped(Set.of("GPL-2.0-only", "MIT"))).isTrue();
  }

  @Test
  void isWhatTheDocumentSays() throws IOException {
    Map<String, Set<String>> lines = new TreeMap<>();
    for (Materials one : materials) {
      for (Library library : one.libraries()) {
        if (!library.isOurs()) {
          String licence =
              library.licences().stream()
                  .map(SupplyChainIT::known)
                  .filter(ALLOWED::contains)
                  .collect(Collectors.joining(" or "));
          lines
              .computeIfAbsent(
                  "| `%s` | %s |".formatted(library.title(), licence), line -> new TreeSet<>())
              .add(one.artifact());
        }
      }
    }
    String table =
        lines.entrySet().stream()
            .map(line -> line.getKey() + " " + String.join(", ", line.getValue()) + " |")
            .collect(Collectors.joining("\n"));
    new GoldenFile(Path.of("..", "docs", "licences.md"))
        .assertSays(INTRODUCTION + "\n| library | licence | in |\n|---|---|---|\n" + table);
  }
}
