package org.parley.system.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.promise.ContractDocument;

class ContractDocumentTest {

  private static final String ROOM = "/paths/~1rooms~1{id}/get/answer";
  private static final ContractDocument DOCUMENT =
      ContractDocument.of(
          "example.yaml",
          """
          paths:
            /rooms/{id}:
              get:
                answer:
                  oneOf:
                    - $ref: '#/components/schemas/Room'
          components:
            schemas:
              Id: {type: integer, format: int64, minimum: 1}
              Room:
                type: object
                required: [id]
                additionalProperties: false
                properties:
                  id: {$ref: '#/components/schemas/Id'}
                  kind: {enum: [public, private]}
                  name: {type: string, minLength: 1, maxLength: 5, pattern: '^[a-z]+$'}
                  created_at: {type: string, format: date-time}
                  client_id: {type: string, format: uuid}
                  email: {type: string, format: email}
                  always: {const: same}
              Mistyped: {type: object, requierd: [id]}
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':1}",
        "{'id':1,'kind':'public','name':'tea','always':'same','email':'a@example.org',"
            + "'created_at':'2026-11-23T10:15:30.123Z',"
            + "'client_id':'0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'}"
      })
  void findsNothingWrongWithWhatWasPromised(String json) {
    assertThat(violations(json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          []                                   | /
          {}                                   | id
          {'id':0}                             | /id
          {'id':'secret'}                      | /id
          {'id':1.5}                           | /id
          {'id':1,'other':'secret'}            | other
          {'id':1,'kind':'secret'}             | /kind
          {'id':1,'name':'secret'}             | /name
          {'id':1,'name':'S3cret'}             | /name
          {'id':1,'created_at':'secret'}       | /created_at
          {'id':1,'client_id':'secret'}        | /client_id
          {'id':1,'email':'secret'}            | /email
          {'id':1,'always':'secret'}           | /always
          """)
  void saysWhereAndWhyButNeverWhat(String json, String where) {
    assertThat(violations(json))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase("secret"))
        .anySatisfy(line -> assertThat(line).contains(where));
  }

  @Test
  void refusesPlacesThatAreNotThereMistypedRulesAndKeysThatAreThereTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DOCUMENT.violations("/components/schemas/Rooom", DOCUMENT.json()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DOCUMENT.violations("/components/schemas/Mistyped", DOCUMENT.json()))
        .withStackTraceContaining("requierd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContractDocument.of("twice.yaml", "a: 1\na: 2\n"));
  }

  private static List<String> violations(String json) {
    try {
      return DOCUMENT.violations(ROOM, new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
