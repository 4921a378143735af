package org.parley.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.promise.ContractDocument;

/** What the edge refuses itself reads as the services' own refusals. */
class EdgeProblemsTest {

  private static final Path CONFIGURATION = Path.of("../nginx/conf/refusals.conf");
  private static final Path GOLDEN = Path.of("../proto/src/test/resources/golden/problems");
  private static final Pattern ANSWER = Pattern.compile("return (\\d{3}) '(\\{.*})';");
  private static final ContractDocument DOCUMENT = ContractDocument.openApi();
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> answers() throws IOException {
    return ANSWER
        .matcher(Files.readString(CONFIGURATION))
        .results()
        .map(MatchResult::group)
        .toList()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void areProblems(String answer) throws IOException {
    MatchResult parts = ANSWER.matcher(answer).results().findFirst().orElseThrow();
    JsonNode problem =
        JSON.readTree(parts.group(2).replace("$parley_request_id", "9f1c7c0a5b3e4d21"));

    assertThat(DOCUMENT.violations("/components/schemas/Problem", problem)).isEmpty();
    assertThat(problem.path("status").asText()).isEqualTo(parts.group(1));
    JsonNode golden =
        JSON.readTree(GOLDEN.resolve(problem.path("code").asText() + ".json").toFile());
    assertThat(problem.path("title")).isEqualTo(golden.path("title"));
  }
}
