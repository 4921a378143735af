package org.parley.system.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.support.Api;

/** The edge as the one process of a container, in front of nobody. */
class EdgeProgramIT {

  private static final int SECONDS = 10;

  @TempDir private Path folder;
  private Edge edge;

  @BeforeEach
  void edge() throws Exception {
    edge = Edge.in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    if (edge != null) {
      edge.close();
    }
  }

  @Test
  void endsAllOfItselfOnSigterm() throws Exception {
    edge.start();
    List<ProcessHandle> parts = edge.process().descendants().toList();
    assertThat(parts).as("nginx, its workers, who follows").hasSizeGreaterThan(2);

    edge.process().destroy();

    assertThat(edge.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(edge.process().exitValue()).as("as nginx, in order").isZero();
    for (ProcessHandle part : parts) {
      part.onExit().get(SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void endsWithTheStatusOfNginx() throws Exception {
    edge.start();
    ProcessHandle nginx =
        edge.process()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("nginx"))
            .findFirst()
            .orElseThrow();
    List<ProcessHandle> workers = nginx.children().toList();

    nginx.destroyForcibly();

    assertThat(edge.process().waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(edge.process().exitValue()).isEqualTo(128 + 9);
    workers.forEach(ProcessHandle::destroyForcibly); // a container takes them with it
  }

  @Test
  void doesNotStartWithACertificateThatIsNone() throws Exception {
    Files.writeString(edge.tls().resolve("fullchain.pem"), "not yet");
    Files.writeString(edge.tls().resolve("privkey.pem"), "not yet");

    Process process = edge.launch();

    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(edge.lines("err")).hasSize(1).first().asString().contains("edge: refused");
  }

  @Test
  void doesNotStartWithoutTlsWhereACertificateIsMeant() throws Exception {
    Files.writeString(edge.tls().resolve("fullchain.pem"), "there");
    // As a mounted folder has it whose links lead out of it.
    Files.createSymbolicLink(edge.tls().resolve("privkey.pem"), folder.resolve("not-mounted.pem"));

    Process process = edge.launch();

    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(edge.lines("err")).anyMatch(line -> line.contains("cannot both be read"));
  }

  @Test
  void logsRequestsAsJsonWithoutTheirQuery() throws Exception {
    edge.with("PARLEY_LOG_FORMAT", "json").start();
    String id = "a-request-of-a-test";
    assertThat(
            Api.exchange(
                    Api.at(edge.http("/"))
                        .request("/api/v1/rooms?q=%22secret")
                        .header("X-Request-ID", id)
                        .build(),
                    null)
                .status())
        .isEqualTo(503);
    edge.await("the line", () -> edge.lines("out").stream().anyMatch(l -> l.contains(id)));
    for (String line : edge.lines("out")) {
      JsonNode entry = new ObjectMapper().readTree(line);
      assertThat(entry.path("status").isInt()).isTrue();
      if (entry.path("request_id").asText().equals(id)) {
        assertThat(entry.path("path").asText()).isEqualTo("/api/v1/rooms");
        assertThat(entry.path("status").asInt()).isEqualTo(503);
      }
    }
    assertThat(edge.lines("out")).noneMatch(line -> line.contains("secret"));
  }
}
