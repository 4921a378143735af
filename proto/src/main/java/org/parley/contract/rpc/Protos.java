package org.parley.contract.rpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Well-known types of protobuf. */
public final class Protos {

  /** From year 1 to year 9999, as timestamp.proto says: what databases know too. */
  private static final long EARLIEST_SECOND =
      Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();

  private static final long LATEST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private static final int NANOS_PER_SECOND = 1_000_000_000;

  private Protos() {}

  /** The same moment; nothing is lost. */
  public static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  /** The same moment; empty for numbers that are none by timestamp.proto. */
  public static Optional<Instant> instant(Timestamp time) {
    boolean valid =
        time.getSeconds() >= EARLIEST_SECOND
            && time.getSeconds() <= LATEST_SECOND
            && time.getNanos() >= 0
            && time.getNanos() < NANOS_PER_SECOND;
    return valid
        ? Optional.of(Instant.ofEpochSecond(time.getSeconds(), time.getNanos()))
        : Optional.empty();
  }
}
