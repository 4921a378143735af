package org.parley.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.support.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.system.monitoring.TraceCollector.Told;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;
import org.parley.system.settings.ProjectFolder;
import org.parley.system.settings.SystemSettings;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/** A system of its own with PARLEY_TRACES=on, every trace sampled, and logs as JSON. */
@TestInstance(Lifecycle.PER_CLASS)
class TracesAndLogsIT {

  private static final String CONTENT = "as private as any message";

  private TraceCollector collector;
  private LocalSystem local;
  private RunningSystem system;
  private Visitor ada;
  private Visitor ben;
  private long room;

  @BeforeAll
  void start() throws Exception {
    collector = new TraceCollector();
    SystemSettings settings =
        SystemSettings.isolated(
            Path.of("target", "traced-system").toAbsolutePath(),
            Map.of(
                "PARLEY_TRACES",
                "on",
                "PARLEY_LOG_FORMAT",
                "json",
                "OTEL_TRACES_SAMPLER_ARG",
                "1",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector.endpoint(),
                "OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "OTEL_BSP_SCHEDULE_DELAY",
                "100"));
    local = LocalSystem.start(settings, Progress.to(System.out));
    system = RunningSystem.at(settings.descriptionFile());
  }

  @AfterAll
  void stop() {
    if (local != null) {
      local.close();
    }
    collector.close();
  }

  @BeforeEach
  void twoPeopleAndARoom() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(Visitor.freshName("room"), "public");
  }

  @Test
  void aMessageIsFollowedFromItsFrameToTheOtherInstance() {
    try (TestSocket a = onInstance(0, ada);
        TestSocket b = onInstance(1, ben)) {
      a.join(room);
      b.join(room);
      a.send(
          "send_message",
          Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", CONTENT));
      b.awaitAmongOthers("new_message");
    }
    await("it is told of on the other instance", () -> deliveries("chat-service-2").count() == 1);
    await("and on its own", () -> deliveries("chat-service-1").count() == 1);
    for (String name : List.of("send_message", "append", "commit", "publish")) {
      await(name, () -> collector.named(name).findAny().isPresent());
    }

    Told frame = only(collector.named("send_message").toList());
    assertThat(frame.isRoot()).isTrue();
    assertThat(frame.service()).isEqualTo("chat-service");
    assertThat(frame.instance()).isEqualTo("chat-service-1");
    Told append = childOf(frame, "append");
    Told commit = only(collector.named("commit").toList());
    assertThat(commit.links()).containsExactly(append.id());
    Told publish = childOf(append, "publish");
    assertThat(collector.named("deliver"))
        .extracting(Told::instance)
        .containsExactlyInAnyOrder("chat-service-1", "chat-service-2");
    assertThat(collector.named("deliver"))
        .allMatch(deliver -> deliver.parentId().equals(publish.id()))
        .allMatch(deliver -> deliver.traceId().equals(frame.traceId()));

    assertThat(collector.all())
        .extracting(Told::text)
        .noneMatch(text -> text.contains(CONTENT))
        .noneMatch(text -> text.contains(ada.token()))
        .noneMatch(text -> text.contains(ada.username()));
    for (int i = 0; i < system.description().chat().size(); i++) {
      assertThat(system.chatLog(i))
          .content()
          .doesNotContain(CONTENT, ada.token(), ada.username() + "@");
    }
  }

  @Test
  void nobodyOutsideBeginsATrace() {
    String theirs = "4bf92f3577b34da6a3ce929d0e0e4736";
    HttpRequest request =
        ada.api()
            .request("/api/v1/users/me")
            .header("traceparent", "00-" + theirs + "-00f067aa0ba902b7-01")
            .build();
    long before = requestsToMe();
    Api.exchange(request, null);
    await("its trace", () -> requestsToMe() > before);
    assertThat(collector.all()).extracting(Told::traceId).doesNotContain(theirs);
  }

  @Test
  void whatPeopleSearchForIsNotTold() {
    assertThat(ada.api().get("/api/v1/rooms?query=secretly").status()).isEqualTo(200);
    await("its trace", () -> collector.named("GET /api/v1/rooms").findAny().isPresent());
    assertThat(collector.all()).extracting(Told::text).noneMatch(text -> text.contains("secretly"));
  }

  private long requestsToMe() {
    return collector.all().stream().filter(span -> span.name().contains("/users/me")).count();
  }

  @Test
  void aRequestTakesItsTraceToUserService() {
    ben.api().post("/api/v1/rooms/" + room + "/join", Map.of());
    assertThat(ada.api().get("/api/v1/rooms/" + room + "/members").status()).isEqualTo(200);
    await("both sides of a call", () -> bothSides() != null);
    Told server = bothSides();
    await("the request that it belongs to", () -> rootsOf(server).size() == 1);
    assertThat(rootsOf(server).getFirst().service()).isEqualTo("chat-service");
  }

  private List<Told> rootsOf(Told span) {
    return collector.all().stream()
        .filter(one -> one.traceId().equals(span.traceId()) && one.isRoot())
        .toList();
  }

  /** As docs/operations.md says, with the file where a container has it mounted. */
  @Test
  void levelsChangeWhileItRunsAndLinesSayWhatTheyAreAbout() throws Exception {
    String before = refusedRequest();
    assertThat(linesAbout(before)).as("a refusal is no news").isEmpty();
    Path overrides =
        Files.createDirectories(
            ProjectFolder.ofThisProgram()
                .libertyUserFolder()
                .resolve("servers/chat-service/configDropins/overrides"));
    Path levels = overrides.resolve("levels.xml");
    Files.writeString(
        levels,
        "<server><logging traceSpecification=\"*=info:org.parley.contract.rest=fine\"/></server>");
    try {
      await("refusals are told of", () -> !linesAbout(refusedRequest()).isEmpty());
    } finally {
      Files.delete(levels);
    }
    await("no more", () -> linesAbout(refusedRequest()).isEmpty());
    assertThat(LogLines.of(system.chatLog(0)).filter(line -> line.has("ext_request_id")))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.path("ext_server_id").asText()).isEqualTo("chat-service-1");
              assertThat(line.path("ext_session_id").asText()).matches("\\d+");
            });
  }

  /** Returns its id. */
  private String refusedRequest() {
    String id = "refused-" + UUID.randomUUID();
    int port = system.description().chat().getFirst().port();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/rooms/987654321"))
            .header("Authorization", "Bearer " + ada.token())
            .header("X-Request-ID", id)
            .build();
    assertThat(Api.text(request)).contains("not_found");
    return id;
  }

  private List<JsonNode> linesAbout(String requestId) {
    return LogLines.of(system.chatLog(0))
        .filter(line -> line.path("ext_request_id").asText().equals(requestId))
        .filter(line -> line.path("message").asText().contains(requestId))
        .toList();
  }

  private Told bothSides() {
    return collector.all().stream()
        .filter(span -> span.service().equals("user-service"))
        .filter(span -> span.name().startsWith("parley.directory.v1.UserDirectoryService/"))
        .filter(
            span ->
                collector
                    .named(span.name())
                    .anyMatch(
                        client ->
                            client.service().equals("chat-service")
                                && client.id().equals(span.parentId())))
        .findFirst()
        .orElse(null);
  }

  private Stream<Told> deliveries(String instance) {
    return collector.named("deliver").filter(span -> span.instance().equals(instance));
  }

  private Told childOf(Told parent, String name) {
    return only(collector.named(name).filter(span -> span.parentId().equals(parent.id())).toList());
  }

  private static Told only(List<Told> spans) {
    assertThat(spans).hasSize(1);
    return spans.getFirst();
  }

  private TestSocket onInstance(int index, Visitor visitor) {
    TestSocket socket = TestSocket.open(system.socket(index));
    socket.authenticate(visitor);
    return socket;
  }
}
