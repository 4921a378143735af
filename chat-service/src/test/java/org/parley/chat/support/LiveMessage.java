package org.parley.chat.support;

import java.util.UUID;
import org.parley.chat.protocol.ServerFrame;

/** A message as long as what people write to each other, for benchmarks. */
public final class LiveMessage {

  /** 100 bytes. */
  public static final String CONTENT =
      "About as long as what people write to each other. ".repeat(2);

  public static final UUID CLIENT_MSG_ID = UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
  public static final long SENT_AT_MS = 1_795_429_000_123L;

  private LiveMessage() {}

  /** The frame that everybody in the room gets. */
  public static ServerFrame.NewMessage frame(long roomId) {
    return new ServerFrame.NewMessage(
        48_213,
        roomId,
        7,
        "alice",
        CONTENT,
        SENT_AT_MS / 1_000,
        1_041,
        1_057,
        CLIENT_MSG_ID,
        SENT_AT_MS,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
