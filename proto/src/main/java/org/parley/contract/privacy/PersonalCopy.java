package org.parley.contract.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.parley.contract.Json;

/**
 * A copy of what a service keeps about somebody, as one JSON object: read and written page by page,
 * so that it takes no more memory than a page. One that breaks off is no JSON, so that nobody takes
 * it for all there is.
 */
public final class PersonalCopy {

  private PersonalCopy() {}

  /** What is in it. */
  @FunctionalInterface
  public interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /** Writes one of many. */
  @FunctionalInterface
  public interface Item<T> {
    void write(T item) throws IOException;
  }

  /**
   * Many, in the order of something that each has.
   *
   * @param first comes before all of them
   * @param size of a page that has another behind it
   * @param after those that come after one, a page at most
   * @param key by what they are in order
   */
  public record Pages<K, T>(K first, int size, Function<K, List<T>> after, Function<T, K> key) {

    private void each(Item<T> item) throws IOException {
      K last = first;
      boolean more = true;
      while (more) {
        List<T> page = after.apply(last);
        for (T one : page) {
          item.write(one);
          last = key.apply(one);
        }
        more = page.size() == size;
      }
    }
  }

  /** Writes it all. */
  public static void write(OutputStream out, Instant now, Content content) throws IOException {
    try (JsonGenerator json = Json.json().createGenerator(out)) {
      // What breaks off must not look complete, and each value is not worth a packet of its own.
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.writeStartObject();
      json.writeStringField("exported_at", now.toString());
      content.write(json);
      json.writeEndObject();
    }
  }

  /** Writes a field with an array of all there are. */
  public static <T> void writeAll(JsonGenerator json, String field, Pages<?, T> all, Item<T> item)
      throws IOException {
    json.writeArrayFieldStart(field);
    all.each(item);
    json.writeEndArray();
  }
}
