package org.parley.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.chat.support.Golden;
import org.parley.contract.Json;
import org.parley.contract.ProblemType;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.FrameContract;
import org.parley.contract.promise.FrameContract.Speaker;

/** docs/asyncapi.yaml, the frames of the code and the golden frames say the same. */
class DocumentedFramesTest {

  private static final FrameContract CONTRACT = FrameContract.shared();
  private static final JsonNode DOCUMENT = ContractDocument.asyncApi().json();

  @ParameterizedTest
  @EnumSource
  void everyFrameIsDocumentedUnderItsName(Speaker speaker) {
    Class<?> frames = speaker == Speaker.CLIENT ? ClientFrame.class : ServerFrame.class;
    assertThat(CONTRACT.messages(speaker))
        .containsExactlyInAnyOrderElementsOf(
            FrameEncodingTest.kinds(frames).map(Class::getSimpleName).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyGoldenFrameIsTried(Speaker speaker) throws IOException {
    assertThat(Golden.names(folder(speaker)))
        .containsExactlyInAnyOrderElementsOf(samples(speaker).map(Sample::name).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyGoldenFrameIsAsDocumented(Speaker speaker) throws IOException {
    for (Sample sample : samples(speaker).toList()) {
      assertThat(CONTRACT.check(speaker, sample.golden(speaker)))
          .as(sample.name)
          .isEqualTo(sample.frame.getClass().getSimpleName());
    }
  }

  @ParameterizedTest
  @EnumSource
  void goldenFramesShowEveryPropertyAndEveryAbsence(Speaker speaker) throws IOException {
    Map<String, List<Set<String>>> shown = new TreeMap<>();
    for (Sample sample : samples(speaker).toList()) {
      Set<String> properties = new HashSet<>();
      sample.golden(speaker).fieldNames().forEachRemaining(properties::add);
      shown
          .computeIfAbsent(sample.frame.getClass().getSimpleName(), name -> new ArrayList<>())
          .add(properties);
    }
    shown.forEach(
        (message, variants) -> {
          JsonNode payload = DOCUMENT.at("/components/messages/" + message + "/payload");
          Set<String> required = new HashSet<>();
          payload.path("required").forEach(name -> required.add(name.asText()));
          payload
              .path("properties")
              .fieldNames()
              .forEachRemaining(
                  name -> {
                    assertThat(variants).as(name).anyMatch(variant -> variant.contains(name));
                    if (!required.contains(name)) {
                      assertThat(variants).as(name).anyMatch(variant -> !variant.contains(name));
                    }
                  });
        });
  }

  static Stream<Arguments> documentedExamples() {
    return Stream.of(Speaker.values())
        .flatMap(speaker -> CONTRACT.messages(speaker).stream().map(m -> Arguments.of(speaker, m)));
  }

  @ParameterizedTest
  @MethodSource("documentedExamples")
  void everyExampleIsAsDocumented(Speaker speaker, String message) {
    JsonNode examples = DOCUMENT.at("/components/messages/" + message + "/examples");
    assertThat(examples).as("examples").isNotEmpty();
    for (JsonNode example : examples) {
      assertThat(CONTRACT.check(speaker, example.path("payload"))).isEqualTo(message);
    }
  }

  @Test
  void theDocumentedCloseCodesAreThoseOfTheCode() {
    Map<String, String> documented = new TreeMap<>();
    DOCUMENT
        .at("/channels/ws/x-close-codes")
        .properties()
        .forEach(
            entry -> {
              JsonNode code = entry.getValue();
              documented.put(
                  entry.getKey(), code.path("code").asInt() + " " + code.path("reason").asText());
              assertThat(code.path("why").asText()).as(entry.getKey()).isNotBlank();
              assertThat(code.path("then").asText()).as(entry.getKey()).isNotBlank();
            });
    Map<String, String> inCode = new TreeMap<>();
    for (CloseCode code : CloseCode.values()) {
      inCode.put(code.name(), code.code() + " " + code.reason());
    }
    assertThat(documented).isEqualTo(inCode);
  }

  @Test
  void theDocumentedErrorCodesAreThoseOfTheCode() {
    List<String> documented = new ArrayList<>();
    DOCUMENT
        .at("/components/schemas/ErrorCode/enum")
        .forEach(code -> documented.add(code.asText()));
    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::code).toList());
    List<String> repeatable = new ArrayList<>();
    DOCUMENT
        .at("/components/messages/Refused/payload/if/properties/code/enum")
        .forEach(code -> repeatable.add(code.asText()));
    assertThat(repeatable)
        .as("codes that carry retry_after_ms")
        .containsExactlyElementsOf(
            Arrays.stream(ProblemType.values())
                .filter(ProblemType::retryHelps)
                .map(ProblemType::code)
                .toList());
  }

  private record Sample(String name, Object frame) {
    JsonNode golden(Speaker speaker) throws IOException {
      return Json.json().readTree(Golden.text(folder(speaker) + "/" + name));
    }
  }

  private static Stream<Sample> samples(Speaker speaker) {
    Stream<Arguments> samples =
        speaker == Speaker.CLIENT ? FrameDecodingTest.frames() : FrameEncodingTest.frames();
    return samples.map(arguments -> new Sample((String) arguments.get()[0], arguments.get()[1]));
  }

  private static String folder(Speaker speaker) {
    return "frames/" + speaker.name().toLowerCase(Locale.ROOT);
  }
}
