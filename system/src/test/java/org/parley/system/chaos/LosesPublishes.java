package org.parley.system.chaos;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Redis's answers without some of what was published: reads the Redis serialization protocol (RESP
 * 2 and 3, redis.io) value by value and loses messages of subscriptions, nothing else.
 */
final class LosesPublishes implements FaultyLine.Filter {

  private static final byte[] NOTHING = {};
  private static final String ROOM = "parley:room:";

  private final String channels;
  private final double share;
  private final AtomicLong lost = new AtomicLong();

  /**
   * Loses this share of them, by chance.
   *
   * @param share 0 to 1
   */
  LosesPublishes(double share) {
    this(ROOM, share);
  }

  private LosesPublishes(String channels, double share) {
    this.channels = channels;
    this.share = share;
  }

  /** Loses everything that was published, also what an instance hears by whether it is deaf. */
  static LosesPublishes andCanaries() {
    return new LosesPublishes("parley:", 1);
  }

  /** How many were lost. */
  long lost() {
    return lost.get();
  }

  @Override
  public byte[] next(InputStream from) throws IOException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    if (!read(from, value)) {
      return null;
    }
    byte[] whole = value.toByteArray();
    if (isMessage(whole) && ThreadLocalRandom.current().nextDouble() < share) {
      lost.incrementAndGet();
      return NOTHING;
    }
    return whole;
  }

  private boolean isMessage(byte[] value) {
    String begin = new String(value, 0, Math.min(value.length, 100), StandardCharsets.ISO_8859_1);
    return (begin.startsWith("*3\r\n$7\r\nmessage\r\n")
            || begin.startsWith(">3\r\n$7\r\nmessage\r\n"))
        && begin.contains(channels);
  }

  /** One value with all that is in it; false at the end of the stream. */
  private static boolean read(InputStream from, ByteArrayOutputStream to) throws IOException {
    int type = from.read();
    if (type < 0) {
      return false;
    }
    to.write(type);
    String line = line(from, to);
    switch (type) {
      case '$', '=', '!' -> {
        int length = Integer.parseInt(line);
        if (length >= 0) {
          to.write(exactly(from, length + 2));
        }
      }
      case '*', '~', '>' -> readAll(from, to, Integer.parseInt(line));
      case '%' -> readAll(from, to, 2 * Integer.parseInt(line));
      default -> {
        // A line is all there is.
      }
    }
    return true;
  }

  private static void readAll(InputStream from, ByteArrayOutputStream to, int values)
      throws IOException {
    for (int i = 0; i < values; i++) {
      if (!read(from, to)) {
        throw new EOFException();
      }
    }
  }

  private static String line(InputStream from, ByteArrayOutputStream to) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = from.read(); next != '\n'; next = from.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      to.write(next);
      if (next != '\r') {
        line.append((char) next);
      }
    }
    to.write('\n');
    return line.toString();
  }

  private static byte[] exactly(InputStream from, int length) throws IOException {
    byte[] bytes = from.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
