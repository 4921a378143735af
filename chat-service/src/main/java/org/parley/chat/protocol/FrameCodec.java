package org.parley.chat.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import org.parley.contract.Json;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** Text to frame and frame to text. Stateless and thread-safe. */
public final class FrameCodec {

  /**
   * The longest text frame the server reads, in bytes of UTF-8. Ample for 4,000 code points,
   * escaped.
   */
  public static final int MAX_FRAME_BYTES = 64 * 1024;

  /** Of UTF-8, for one char of UTF-16. */
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private static final String NO_OBJECT = "A frame is a JSON object.";
  private static final ObjectReader READER = Json.json().readerFor(ClientFrame.class);
  private static final ObjectReader OWN_READER = Json.json().readerFor(ServerFrame.class);
  private static final ObjectReader REACTIONS =
      Json.json().readerForListOf(ServerFrame.Reaction.class);
  private static final ObjectWriter WRITER = Json.json().writerFor(ServerFrame.class);

  private FrameCodec() {}

  /** Whether the text has more than {@link #MAX_FRAME_BYTES} in UTF-8. */
  public static boolean isTooLong(String text) {
    if (text.length() <= MAX_FRAME_BYTES / MOST_BYTES_OF_A_CHAR) {
      return false; // all but a few frames, without looking at their text
    }
    int bytes = 0;
    for (int i = 0; i < text.length() && bytes <= MAX_FRAME_BYTES; i++) {
      char c = text.charAt(i);
      // Either half of a surrogate pair stands for two of its four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes > MAX_FRAME_BYTES;
  }

  /**
   * Reads one frame.
   *
   * @throws ProblemException {@code unknown_type} for a type we do not know, {@code
   *     malformed_request} otherwise
   */
  public static ClientFrame decode(String text) {
    // Jackson would also take ["type", {…}] for the object.
    if (!text.stripLeading().startsWith("{")) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, NO_OBJECT);
    }
    try {
      return READER.readValue(text);
    } catch (InvalidTypeIdException e) {
      if (e.getTypeId() == null) {
        throw new ProblemException(ProblemType.MALFORMED_REQUEST, "A frame needs a \"type\".");
      }
      throw new ProblemException(ProblemType.UNKNOWN_TYPE);
    } catch (JsonProcessingException e) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, explain(e));
    }
  }

  /** Writes one frame; done once per frame, whatever the number of recipients. */
  public static String encode(ServerFrame frame) {
    try {
      return WRITER.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame of ours cannot be written: " + frame.getClass(), e);
    }
  }

  /**
   * Reads a frame that {@link #encode} wrote, here or on another instance.
   *
   * @throws IllegalArgumentException for text that is no frame of ours
   */
  public static ServerFrame decodeOwn(String text) {
    try {
      return OWN_READER.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a frame of ours", e);
    }
  }

  /**
   * Reads the reactions of a message as the log keeps them.
   *
   * @throws IllegalArgumentException for text that the log did not write
   */
  public static List<ServerFrame.Reaction> reactions(String json) {
    try {
      return REACTIONS.readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the reactions of a message", e);
    }
  }

  private static String explain(JsonProcessingException failure) {
    if (!(failure instanceof JsonMappingException mismatch) || !isOfWrongType(mismatch)) {
      return "The frame is not valid JSON.";
    }
    for (JsonMappingException.Reference step : mismatch.getPath()) {
      if (step.getFieldName() != null) {
        return "The field \"" + step.getFieldName() + "\" has a value of the wrong type.";
      }
    }
    return NO_OBJECT;
  }

  /** Whether it is JSON, with a value no field takes: of another type, or beyond 64 bits. */
  private static boolean isOfWrongType(JsonMappingException failure) {
    return failure instanceof MismatchedInputException
        || failure.getCause() instanceof InputCoercionException;
  }
}
