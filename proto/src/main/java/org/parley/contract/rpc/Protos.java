package org.parley.contract.rpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Well-known types of protobuf. */
public final class Protos {

  private Protos() {}

  /** The same moment; nothing is lost. */
  public static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }
}
