package org.parley.contract.privacy;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.function.Supplier;
import org.parley.contract.limit.OneAtATime;

/**
 * A {@link PersonalCopy} as a file that nobody on its way keeps.
 *
 * @param name of the file
 */
public record PersonalDownload(String name) {

  /**
   * The answer: who asks for the headers only takes no copy. What is refused is refused before the
   * first byte.
   *
   * @param begin what {@link CopyLimits#require} gave, which is closed when the copy is written,
   *     breaks off, or has no answer to be in
   */
  public Response answer(
      Request request, Supplier<OneAtATime.Place> begin, StreamingOutput content) {
    Response.ResponseBuilder headers =
        Response.ok()
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.getMethod().equals(HttpMethod.HEAD)) {
      return headers.build();
    }
    OneAtATime.Place place = begin.get();
    StreamingOutput written =
        out -> {
          try (place) {
            content.write(out);
          }
        };
    try {
      return headers.entity(written).build();
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }
}
