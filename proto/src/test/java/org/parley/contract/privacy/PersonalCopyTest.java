package org.parley.contract.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.privacy.PersonalCopy.Pages;

class PersonalCopyTest {

  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00.500Z");
  private static final int PAGE = 3;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 6, 7})
  void hasAllThereIs(int count) throws IOException {
    PersonalCopy.write(
        out,
        NOW,
        json -> {
          json.writeNumberField("user_id", 7);
          PersonalCopy.writeAll(json, "numbers", upTo(count), json::writeObject);
        });
    assertThat(text())
        .isEqualTo(
            "{\"exported_at\":\"2026-11-27T10:00:00.500Z\",\"user_id\":7,\"numbers\":"
                + LongStream.rangeClosed(1, count).boxed().toList().toString().replace(" ", "")
                + "}");
  }

  @Test
  void isNoJsonWhenItBreaksOff() {
    assertThatThrownBy(
            () ->
                PersonalCopy.write(
                    out,
                    NOW,
                    json ->
                        PersonalCopy.writeAll(
                            json,
                            "numbers",
                            upTo(7),
                            number -> {
                              if (number > 4) {
                                throw new IOException("the database is gone");
                              }
                              json.writeNumber(number);
                            })))
        .isInstanceOf(IOException.class);
    assertThat(text()).endsWith("\"numbers\":[1,2,3,4");
  }

  private static Pages<Long, Long> upTo(int count) {
    return new Pages<>(
        0L,
        PAGE,
        after -> LongStream.rangeClosed(after + 1, Math.min(after + PAGE, count)).boxed().toList(),
        number -> number);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
