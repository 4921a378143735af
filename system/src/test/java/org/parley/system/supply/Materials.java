package org.parley.system.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A bill of materials: CycloneDX, as JSON, beside the artifact it is about.
 *
 * @param artifact whose it is
 */
record Materials(String artifact, JsonNode json) {

  /** The modules that ship something, as folders, and their artifacts. */
  private static final List<List<String>> SHIPPED =
      List.of(
          List.of("user-service", "user-service"),
          List.of("chat-service", "chat-service"),
          List.of("nginx", "parley-nginx"),
          List.of("system", "parley-system"));

  /**
   * A library.
   *
   * @param licences SPDX ids, or names where the library's own word is none
   */
  record Library(String group, String name, String version, Set<String> licences) {

    String title() {
      return group + ":" + name;
    }

    boolean isOurs() {
      return group.equals("org.parley");
    }
  }

  static List<Materials> ofEverything() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Materials> all = new ArrayList<>();
    for (List<String> module : SHIPPED) {
      Path file = Path.of("..", module.get(0), "target", module.get(1) + ".cdx.json");
      all.add(new Materials(module.get(1), mapper.readTree(file.toFile())));
    }
    return all;
  }

  List<Library> libraries() {
    return stream(json.path("components"))
        .map(
            one ->
                new Library(
                    one.path("group").asText(),
                    one.path("name").asText(),
                    one.path("version").asText(),
                    licences(one.path("licenses"))))
        .toList();
  }

  private static Set<String> licences(JsonNode said) {
    Set<String> licences = new TreeSet<>();
    for (JsonNode one : said) {
      String id = one.at("/license/id").asText();
      licences.add(
          !id.isEmpty()
              ? id
              : one.has("expression")
                  ? one.path("expression").asText()
                  : one.at("/license/name").asText());
    }
    return licences;
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
