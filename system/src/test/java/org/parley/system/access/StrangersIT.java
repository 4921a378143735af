package org.parley.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * Who does not know a password cannot learn who has an account by signing in. That both refusals
 * cost one hash is held by user-service's PasswordsTest.
 */
@WithRunningSystem
class StrangersIT {

  private final RunningSystem system;

  StrangersIT(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @CsvSource({"username,''", "email,@example.org"})
  void cannotTellAWrongPasswordFromAnUnknownPerson(String field, String ending) {
    Visitor ada = Visitor.signUp(system, "ada");
    Api nobody = Api.at(system.origin("/"));
    Api.Answer known = logIn(nobody, field, ada.username() + ending);
    Api.Answer unknown = logIn(nobody, field, Visitor.freshName("nobody") + ending);

    assertThat(known.status()).isEqualTo(401);
    assertThat(withoutRequest(known)).isEqualTo(withoutRequest(unknown));
    assertThat(headers(known)).isEqualTo(headers(unknown));
  }

  private static Api.Answer logIn(Api nobody, String field, String name) {
    return nobody.post(
        "/api/v1/users/login", Map.of(field, name, "password", "not the pass phrase of anybody"));
  }

  private static String withoutRequest(Api.Answer answer) {
    assertThat(answer.body().path("request_id").asText()).isNotEmpty();
    return answer
        .http()
        .body()
        .replace(answer.body().path("request_id").asText(), "the request's own");
  }

  private static Map<String, List<String>> headers(Api.Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.http().headers().map());
    headers.keySet().removeAll(List.of("x-request-id", "date"));
    return headers;
  }
}
