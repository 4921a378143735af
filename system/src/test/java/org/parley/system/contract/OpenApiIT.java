package org.parley.system.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.RestOperation;
import org.parley.system.support.Api;
import org.parley.system.support.Api.Answer;
import org.parley.system.support.RestContract;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * Every operation of docs/openapi.yaml is called at the origin, with success and with its commonest
 * refusal. {@link Api} holds what goes over the wire against the document.
 */
@WithRunningSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {

  private static final String ROOMS = "/api/v1/rooms";

  private static final String THUMBS_UP = "/reactions/%F0%9F%91%8D";

  private final RunningSystem system;
  private final Api nobody;
  private final Visitor ada;
  private final long room;
  private final String secret;

  OpenApiIT(RunningSystem system) {
    this.system = system;
    this.nobody = Api.at(system.origin("/"));
    this.ada = Visitor.signUp(system, "ada");
    this.room = ada.createRoom(Visitor.freshName("room"), "public");
    this.secret =
        ROOMS + "/" + Visitor.signUp(system, "ben").createRoom(Visitor.freshName("own"), "private");
  }

  static Stream<RestOperation> operations() {
    return RestContract.operations().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void answersAsDocumented(RestOperation operation) {
    Calls calls =
        operation.tag().equals("users")
            ? new AccountCalls(system, ada).call(operation.id())
            : operation.tag().equals("rooms")
                ? new RoomCalls(system, ada, room, secret).call(operation.id())
                : call(operation.id());

    assertThat(calls.success().status()).isEqualTo(200);
    assertThat(calls.refusal().status()).isEqualTo(calls.refusedWith());
    for (Answer answer : List.of(calls.success(), calls.refusal())) {
      var request = answer.http().request();
      assertThat(RestContract.find(request.method(), request.uri().getRawPath()))
          .contains(operation);
    }
  }

  private Calls call(String operation) {
    String here = ROOMS + "/" + room;
    Api mine = ada.api();
    return switch (operation) {
      case "listMessages" -> {
        say(room);
        yield new Calls(mine.get(here + "/messages?limit=1"), mine.get(secret + "/messages"), 404);
      }
      case "postMessage" -> new Calls(say(room), say(0), 403);
      case "getMessage" -> new Calls(mine.get(said()), mine.get(secret + "/messages/1"), 404);
      case "markRead" ->
          new Calls(
              mine.post(here + "/read", Map.of("seq", 1)),
              mine.post(secret + "/read", Map.of("seq", 1)),
              403);
      case "editMessage" ->
          new Calls(
              mine.patch(said(), Map.of("content", "Aye!")),
              mine.patch(secret + "/messages/1", Map.of("content", "Aye!")),
              403);
      case "deleteMessage" ->
          new Calls(mine.delete(said()), mine.delete(secret + "/messages/1"), 403);
      case "addReaction" ->
          new Calls(
              mine.put(said() + THUMBS_UP), mine.put(secret + "/messages/1" + THUMBS_UP), 403);
      case "removeReaction" ->
          new Calls(
              mine.delete(said() + THUMBS_UP),
              mine.delete(secret + "/messages/1" + THUMBS_UP),
              403);
      case "getOpenApi" -> new Calls(nobody.get("/openapi"), tooLong("/openapi"), 414);
      default -> new AdminCalls(system, ada).of(operation);
    };
  }

  @Test
  void theOriginServesTheDocumentOfTheRepository() throws Exception {
    assertThat(nobody.get("/openapi").http().body())
        .isEqualTo(Files.readString(Path.of("..", "docs", "openapi.yaml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi/", "/openapi/ui", "/openapi/ui/index.html"})
  void theServicesPagesAboutThemselvesStayInside(String path) {
    assertThat(nobody.get(path).status()).isEqualTo(404);
  }

  @Test
  void eachServiceDescribesItsOwnPart() throws Exception {
    assertThat(idsAt(system.userService("/openapi")))
        .containsExactlyInAnyOrderElementsOf(idsOf("users", "admin"));
    for (int instance = 0; instance < 2; instance++) {
      assertThat(idsAt(system.chat(instance, "/openapi")))
          .containsExactlyInAnyOrderElementsOf(idsOf("rooms", "messages"));
    }
  }

  private static List<String> idsOf(String... tags) {
    return operations()
        .filter(operation -> List.of(tags).contains(operation.tag()))
        .map(RestOperation::id)
        .toList();
  }

  private static List<String> idsAt(URI part) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String yaml =
          client.send(HttpRequest.newBuilder(part).build(), BodyHandlers.ofString()).body();
      return RestOperation.in(ContractDocument.of("own part", yaml)).stream()
          .map(RestOperation::id)
          .toList();
    }
  }

  private Answer say(long where) {
    return ada.api()
        .post(
            "/api/v1/messages",
            Map.of("room_id", where, "content", "Aye.", "client_msg_id", UUID.randomUUID()));
  }

  /** The path of a message ada has just sent. */
  private String said() {
    return ROOMS + "/" + room + "/messages/" + say(room).body().path("seq").asLong();
  }

  /** Only nginx has a bound for addresses. */
  private Answer tooLong(String path) {
    assumeTrue(
        nobody.get("/").http().headers().firstValue("Server").orElse("").startsWith("nginx"));
    return nobody.get(path + "?" + "x".repeat(9_000));
  }
}
