package org.parley.system.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

  private static final String USERS = "/api/v1/users/";
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

  /** What was answered to a good request, and to one that had to be refused. */
  private record Calls(Answer success, Answer refusal, int refusedWith) {}

  static Stream<RestOperation> operations() {
    return RestContract.operations().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void answersAsDocumented(RestOperation operation) {
    Calls calls = call(operation.id());

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
      case "register" ->
          new Calls(register(Visitor.freshName("eve")), register(ada.username()), 409);
      case "logIn" -> new Calls(logIn(ada.password()), logIn("not " + ada.password()), 401);
      case "refresh" -> new Calls(refresh(refreshToken()), refresh("x".repeat(43)), 401);
      case "logOut" -> new Calls(logOutByCookie(), nobody.post(USERS + "logout", Map.of()), 401);
      case "getMe" -> new Calls(mine.get(USERS + "me"), nobody.get(USERS + "me"), 401);
      case "getUser" -> new Calls(mine.get(USERS + ada.id()), mine.get(USERS + "0"), 404);
      case "getKeys" -> {
        String keys = "/.well-known/jwks.json";
        yield new Calls(nobody.get(keys), accepting("text/html", keys), 406);
      }
      case "listMyRooms" ->
          new Calls(mine.get(USERS + "me/rooms?limit=1"), mine.get(USERS + "0/rooms"), 403);
      case "createRoom" -> new Calls(createRoom(Visitor.freshName("new")), createRoom(" "), 400);
      case "listRooms" ->
          new Calls(mine.get(ROOMS + "?query=R&limit=2"), mine.get(ROOMS + "?limit=0"), 400);
      case "getRoom" -> new Calls(mine.get(here), mine.get(secret), 404);
      case "joinRoom" ->
          new Calls(
              mine.post(here + "/join", Map.of()), mine.post(secret + "/join", Map.of()), 404);
      case "leaveRoom" -> {
        String left = ROOMS + "/" + ada.createRoom(Visitor.freshName("left"), "public");
        yield new Calls(
            mine.post(left + "/leave", Map.of()), mine.post(secret + "/leave", Map.of()), 404);
      }
      case "listMembers" ->
          new Calls(mine.get(here + "/members"), mine.get(secret + "/members"), 404);
      case "listMessages" -> {
        say(room);
        yield new Calls(mine.get(here + "/messages?limit=1"), mine.get(secret + "/messages"), 404);
      }
      case "postMessage" -> new Calls(say(room), say(0), 403);
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
      case "kickMember" -> {
        Visitor eve = Visitor.signUp(system, "eve");
        eve.api().post(here + "/join", Map.of());
        yield new Calls(
            mine.delete(here + "/members/" + eve.id()), mine.delete(here + "/members/1"), 404);
      }
      case "getOpenApi" -> new Calls(nobody.get("/openapi"), tooLong("/openapi"), 414);
      default -> fail("no test calls " + operation);
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
        .containsExactlyInAnyOrderElementsOf(idsOf("users"));
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

  private Answer register(String name) {
    return nobody.post(
        USERS + "register",
        Map.of(
            "username",
            name,
            "email",
            Visitor.freshName("mail") + "@example.org",
            "password",
            "correct horse " + name,
            "refresh_token_in_body",
            true));
  }

  private Answer logIn(String password) {
    return nobody.post(USERS + "login", Map.of("username", ada.username(), "password", password));
  }

  private String refreshToken() {
    return register(Visitor.freshName("eve")).body().path("refresh_token").asText();
  }

  private Answer refresh(String token) {
    return nobody.post(USERS + "refresh", Map.of("refresh_token", token));
  }

  /** The cookie of a login of its own, so that ada stays signed in. */
  private Answer logOutByCookie() {
    String cookie = logIn(ada.password()).http().headers().firstValue("Set-Cookie").orElseThrow();
    return Api.exchange(
        nobody
            .request(USERS + "logout")
            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
            .POST(BodyPublishers.noBody())
            .build(),
        null);
  }

  private Answer createRoom(String name) {
    return ada.api().post(ROOMS, Map.of("name", name));
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

  private Answer accepting(String type, String path) {
    return Api.exchange(nobody.request(path).header("Accept", type).GET().build(), null);
  }

  /** Only nginx has a bound for addresses. */
  private Answer tooLong(String path) {
    assumeTrue(
        nobody.get("/").http().headers().firstValue("Server").orElse("").startsWith("nginx"));
    return nobody.get(path + "?" + "x".repeat(9_000));
  }
}
