package org.parley.contract.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * What the body of a request may be, judged before anybody reads it and after it is known who asks:
 * UTF-8 without a content coding, of a bounded size.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class RequestBodyFilter implements ContainerRequestFilter {

  /** As at the edge (nginx.conf): the longest message is 16 kB of UTF-8. */
  static final int MAX_BYTES = 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    // RFC 9112 §6.3: without one of these there is no body.
    boolean none = request.getLength() <= 0 && request.getHeaderString("Transfer-Encoding") == null;
    if (none) {
      return;
    }
    requireNoCoding(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
    requireUtf8(request.getMediaType());
    if (request.getLength() > MAX_BYTES) {
      throw tooLarge();
    }
    byte[] body = request.getEntityStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw tooLarge();
    }
    requireUtf8(body);
    request.setEntityStream(new ByteArrayInputStream(body));
  }

  /** Refuses a request that has no body, or one that says null. */
  public static void requireObject(@Nullable Object body) {
    if (body == null) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "Send a JSON object.");
    }
  }

  private static void requireNoCoding(String coding) {
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body without a content coding.");
    }
  }

  private static void requireUtf8(MediaType type) {
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body in UTF-8.");
    }
  }

  private static void requireUtf8(byte[] body) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      // No JSON has a NUL that is not escaped; UTF-16 and UTF-32 are full of them.
      if (text.chars().noneMatch(c -> c == 0)) {
        return;
      }
    } catch (CharacterCodingException e) {
      // Refused below.
    }
    throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The body is not text in UTF-8.");
  }

  private static ProblemException tooLarge() {
    return new ProblemException(ProblemType.TOO_LARGE, "A request may have 64 KiB at most.");
  }
}
