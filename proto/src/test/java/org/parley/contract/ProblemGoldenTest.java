package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.contract.golden.GoldenFile;

/** Every refusal as clients read it: a change of the wire shows in review. */
class ProblemGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/problems");

  @ParameterizedTest
  @EnumSource
  void readsAsItAlwaysDid(ProblemType type) throws IOException {
    String json =
        Json.json()
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(Problem.of(refusal(type), "request-1"));

    new GoldenFile(FOLDER.resolve(type.code() + ".json")).assertSays(json);
  }

  @Test
  void thereIsNoFileForAProblemThatIsNoMore() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(ProblemType.values()).map(type -> type.code() + ".json").toList());
    }
  }

  /** The usual one of its type: with field errors where it has some. */
  private static ProblemException refusal(ProblemType type) {
    return switch (type) {
      case VALIDATION_FAILED ->
          ProblemException.invalid(
              List.of(
                  new FieldProblem("username", "Give your user name or your email address."),
                  new FieldProblem("password", "Give your password.")));
      case WEAK_PASSWORD ->
          ProblemException.of(
              type, new FieldProblem("password", "A password has 8 to 128 characters."));
      case BUSY ->
          ProblemException.busy("Too many people sign in at this moment.", Duration.ofSeconds(1));
      case RATE_LIMITED ->
          ProblemException.rateLimited("You send messages too often.", Duration.ofMillis(50));
      case UNAVAILABLE ->
          ProblemException.unavailable(
              "The database does not answer right now.", Duration.ofSeconds(2), null);
      case DRAINING -> ProblemException.draining();
      default -> new ProblemException(type);
    };
  }
}
