package org.parley.users.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.FieldProblem;
import org.parley.contract.Json;
import org.parley.contract.Problem;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** Golden answers in src/test/resources/problems: a change of what clients read shows in review. */
class ProblemAnswersTest {

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("username_taken", new ProblemException(ProblemType.USERNAME_TAKEN)),
        Arguments.of("email_taken", new ProblemException(ProblemType.EMAIL_TAKEN)),
        Arguments.of("invalid_credentials", new ProblemException(ProblemType.INVALID_CREDENTIALS)),
        Arguments.of(
            "invalid_refresh_token", new ProblemException(ProblemType.INVALID_REFRESH_TOKEN)),
        Arguments.of("unauthorized", new ProblemException(ProblemType.UNAUTHORIZED)),
        Arguments.of(
            "unavailable",
            ProblemException.unavailable(
                "The database does not answer right now.", Duration.ZERO, null)),
        Arguments.of(
            "weak_password",
            ProblemException.of(
                ProblemType.WEAK_PASSWORD,
                new FieldProblem("password", "A password has 8 to 128 characters."))),
        Arguments.of(
            "validation_failed",
            ProblemException.invalid(
                List.of(
                    new FieldProblem("username", "Give your user name or your email address."),
                    new FieldProblem("password", "Give your password.")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void readAsTheyAlwaysDid(String code, ProblemException refusal) throws IOException {
    String json =
        Json.json()
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(Problem.of(refusal, "request-1"));
    assertThat(json.strip()).isEqualTo(golden(code));
  }

  private static String golden(String code) throws IOException {
    try (InputStream file =
        ProblemAnswersTest.class.getResourceAsStream("/problems/" + code + ".json")) {
      assertThat(file).as("src/test/resources/problems/%s.json", code).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
