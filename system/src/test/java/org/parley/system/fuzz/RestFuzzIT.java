package org.parley.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.contract.promise.RestOperation;
import org.parley.system.support.Api;
import org.parley.system.support.RestContract;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * Requests changed by chance, to every operation of docs/openapi.yaml, at the origin. Every answer
 * is one that stands there, and none says that something went wrong on the server's side.
 */
@WithRunningSystem
class RestFuzzIT {

  /** What {@code verify} has time for. */
  private static final int ROUNDS = 1_500;

  /** After so many somebody new comes: who asks may have left the room, or signed out. */
  private static final int ROUNDS_OF_ONE = 150;

  /** A password costs the server as much as some hundred other requests, and so does a newcomer. */
  private static final int ONE_DEAR_IN = 10;

  /** Whoever did one of these is signed in no more, or has another password. */
  private static final Set<String> FAREWELLS =
      Set.of("logOut", "endMySessions", "changePassword", "deleteMe");

  /** What is written down, besides farewells, when it succeeds. */
  private static final Set<String> AUDITED =
      Set.of("register", "logIn", "endMySession", "exportMe");

  private static final List<String> PASSWORDS = List.of("password", "current_password");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSystem system;
  private final Map<String, Long> accepted = new HashMap<>();
  private final Answers answers = new Answers();

  RestFuzzIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void isAnsweredAsDocumentedAndStoresOnlyWhatWasAccepted() throws Exception {
    Fuzz fuzz = Fuzz.settings(ROUNDS);
    Mutator mutator = new Mutator(fuzz.random());
    List<RestOperation> operations = RestContract.operations();
    try (Stores stores = new Stores(system)) {
      Requests requests = newcomer(mutator);
      for (int round = 1; round <= fuzz.rounds(); round++) {
        if (round % ROUNDS_OF_ONE == 0) {
          requests = newcomer(mutator);
        }
        RestOperation operation = mutator.pick(operations);
        while (isDear(operation) && !mutator.chance(ONE_DEAR_IN)) {
          operation = mutator.pick(operations);
        }
        Requests.Asked asked = requests.near(operation);
        try {
          Api.Answer answer = Requests.send(asked);
          judge(asked, answer);
          if (answer.status() < 300 && FAREWELLS.contains(operation.id())) {
            requests = newcomer(mutator);
          }
        } catch (AssertionError e) {
          throw new AssertionError(
              "%s: %s %s".formatted(fuzz.again(round), asked.request(), asked.body()), e);
        }
      }
      answers.tell(fuzz);
      stores.assertNoMoreThan(accepted);
    }
    Visitor ada = Visitor.signUp(system, "ada");
    assertThat(ada.say(ada.createRoom("after all", "public"), "still here")).isEqualTo(1);
  }

  private Requests newcomer(Mutator mutator) {
    Visitor visitor = Visitor.signUp(system, "ada");
    long room = visitor.createRoom(Visitor.freshName("room"), "public");
    visitor.say(room, "first");
    visitor.say(room, "second");
    count("users", 1);
    count("rooms", 1);
    count("messages", 2);
    count("sessions", 1);
    count("audit rows", 1);
    return new Requests(mutator, visitor, room);
  }

  private static boolean isDear(RestOperation operation) {
    boolean takesAPassword =
        PASSWORDS.stream().anyMatch(name -> Requests.example(operation).findValue(name) != null);
    return takesAPassword || FAREWELLS.contains(operation.id());
  }

  private void judge(Requests.Asked asked, Api.Answer answer) throws Exception {
    answers.count(answer.status() + " " + answer.code());
    assertThat(answer.status() < 500 || (answer.status() == 503 && !answer.code().isEmpty()))
        .as("%s %s", answer.http(), answer.http().body())
        .isTrue();
    if (answer.status() >= 300) {
      if (answer.status() == 401 || answer.status() == 403 || answer.status() == 429) {
        count("audited refusals", 1);
      }
      return;
    }
    String id = asked.operation().id();
    if (AUDITED.contains(id) || FAREWELLS.contains(id)) {
      count("audit rows", 1);
    }
    if (asked.body() != null) {
      judge(id, JSON.readTree(asked.body()), answer);
    }
  }

  private void judge(String operation, JsonNode wanted, Api.Answer answer) {
    switch (operation) {
      case "register" -> {
        count("users", 1);
        count("sessions", 1);
      }
      case "logIn" -> count("sessions", 1);
      case "createRoom" -> {
        count("rooms", 1);
        assertSame(wanted, answer, "name");
      }
      case "postMessage" -> {
        count("messages", 1);
        assertSame(wanted, answer, "content");
      }
      case "editMessage" -> assertSame(wanted, answer, "content");
      default -> {}
    }
  }

  private static void assertSame(JsonNode wanted, Api.Answer answer, String field) {
    assertThat(answer.body().path(field).asText().strip())
        .isEqualTo(wanted.path(field).textValue().strip());
  }

  private void count(String what, long more) {
    accepted.merge(what, more, Long::sum);
  }
}
