package org.parley.system.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.system.settings.ProjectFolder;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml and what belongs to it must say, whatever else it says. */
class ComposeFileTest {

  /** They do one thing and end. */
  private static final Set<String> JOBS = Set.of("secrets", "user-migrations", "chat-migrations");

  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)");

  private static Path root;
  private static JsonNode services;

  @BeforeAll
  static void read() throws IOException {
    root = ProjectFolder.ofThisProgram().root();
    // Merges ("<<") are resolved by the parser itself.
    Map<String, Object> file = new Yaml().load(text("docker-compose.yml"));
    services = new ObjectMapper().valueToTree(file).path("services");
  }

  private static String text(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  private static List<Map.Entry<String, JsonNode>> lasting() {
    return services.properties().stream().filter(one -> !JOBS.contains(one.getKey())).toList();
  }

  @Test
  void runsTwoChatInstances() {
    assertThat(services.path("chat-service").path("scale").asText())
        .isEqualTo("${PARLEY_CHAT_INSTANCES:-2}");
  }

  @Test
  void pinsEveryImageThatIsNotOurs() {
    for (JsonNode service : services) {
      String image = service.path("image").asText();
      if (!image.startsWith("${PARLEY_IMAGES")) {
        assertThat(image).matches(".+:v?\\d+\\.\\d+.*");
      }
    }
  }

  @Test
  void watchesTheHealthOfWhateverLasts() throws IOException {
    for (Map.Entry<String, JsonNode> service : lasting()) {
      String dockerfile = service.getValue().path("build").path("dockerfile").asText();
      boolean watched =
          service.getValue().has("healthcheck")
              || (!dockerfile.isEmpty() && text(dockerfile).contains("\nHEALTHCHECK "));
      assertThat(watched).as("%s has a health check", service.getKey()).isTrue();
      assertThat(service.getValue().path("restart").asText()).isEqualTo("unless-stopped");
    }
  }

  @Test
  void boundsTheMemoryAndConfinesEverything() {
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      if (!service.getKey().equals("secrets")) {
        assertThat(service.getValue().has("mem_limit")).as(service.getKey()).isTrue();
      }
      assertThat(service.getValue().path("read_only").asBoolean()).as(service.getKey()).isTrue();
      assertThat(service.getValue().path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
      assertThat(service.getValue().path("security_opt").toString())
          .contains("no-new-privileges:true");
    }
  }

  @Test
  void opensNothingButTheEdgeToOthers() {
    List<String> open = new ArrayList<>();
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      for (JsonNode port : service.getValue().path("ports")) {
        if (!port.asText().contains(":-127.0.0.1:")) {
          open.add(service.getKey() + " " + port.asText());
        }
      }
    }
    assertThat(open)
        .containsExactly(
            "nginx ${PARLEY_PUBLISH_HTTP:-80}:8080", "nginx ${PARLEY_PUBLISH_HTTPS:-443}:8443");
  }

  @Test
  void keepsDatabasesOffTheNetworkOfTheEdge() {
    for (String store : List.of("postgres", "redis")) {
      assertThat(services.path(store).path("networks").toString()).isEqualTo("[\"back\"]");
    }
    assertThat(services.path("nginx").path("networks").toString()).isEqualTo("[\"front\"]");
  }

  @Test
  void givesADrainItsTime() {
    assertThat(services.path("chat-service").path("stop_grace_period").asText()).isEqualTo("30s");
  }

  @Test
  void everySettingIsExplainedAndExistsWhereItIsShown() throws IOException {
    Set<String> used = variables(text("docker-compose.yml"));
    String guide = text("docs/operations.md");
    for (String name : used) {
      // Names that begin alike are written once, and the rest of the others after it.
      String ending = name.substring(name.lastIndexOf('_'));
      assertThat(guide.contains("`" + name + "`") || guide.contains("`" + ending + "`"))
          .as("%s in docs/operations.md", name)
          .isTrue();
    }
    Set<String> shown =
        text(".env.example")
            .lines()
            .filter(line -> line.matches("#?[A-Z_]+=.*"))
            .map(line -> line.replaceFirst("^#?([A-Z_]+)=.*", "$1"))
            .filter(name -> !name.startsWith("COMPOSE_")) // its own
            .collect(Collectors.toSet());
    assertThat(used).containsAll(shown);
  }

  private static Set<String> variables(String text) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void imagesOfOursAreUnprivileged() throws IOException {
    for (String part : List.of("user-service", "chat-service", "nginx")) {
      String dockerfile = text(part + "/Dockerfile");
      assertThat(dockerfile).doesNotContain("USER 0", "USER root").doesNotContain(":latest");
      // All three begin with the same build, which then runs once.
      assertThat(dockerfile)
          .contains(
              """
              FROM ${JDK_IMAGE} AS build
              ARG PARLEY_ARTIFACTS=build
              WORKDIR /parley
              COPY . .
              RUN system/containers/artifacts.sh "$PARLEY_ARTIFACTS"
              """);
    }
  }
}
