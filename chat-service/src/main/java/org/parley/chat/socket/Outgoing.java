package org.parley.chat.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.FrameCodec;
import org.parley.chat.protocol.ServerFrame;

/** What waits to be written to a socket. One instance serves every recipient. */
public sealed interface Outgoing {

  /** A frame, encoded once whoever gets it. Thread-safe. */
  final class Text implements Outgoing {

    private final String text;
    private final long committedNanos;
    private volatile @Nullable ServerFrame frame;

    /** A frame that came encoded. */
    public Text(String text) {
      this(text, 0);
    }

    /**
     * The same, of a change.
     *
     * @param committedNanos when it was committed here, by {@link System#nanoTime}; 0 when it was
     *     elsewhere
     */
    public Text(String text, long committedNanos) {
      this.text = text;
      this.committedNanos = committedNanos;
    }

    /** A frame of ours, encoded now. */
    public Text(ServerFrame frame) {
      this(FrameCodec.encode(frame));
      this.frame = frame;
    }

    /** Several frames as one text: a JSON object a line. */
    static Text joined(Text first, List<Text> others) {
      if (others.isEmpty()) {
        return first;
      }
      String[] lines = new String[1 + others.size()];
      lines[0] = first.text;
      for (int i = 1; i < lines.length; i++) {
        lines[i] = others.get(i - 1).text;
      }
      return new Text(String.join("\n", lines)); // of an array it copies each text once
    }

    /** When it was committed here, by {@link System#nanoTime}; 0 for what was not. */
    long committedNanos() {
      return committedNanos;
    }

    /** As a WebSocket carries it. */
    public String text() {
      return text;
    }

    /** What it says, for transports that have words of their own; parsed at most once. */
    public ServerFrame frame() {
      ServerFrame known = frame;
      if (known == null) {
        known = FrameCodec.decodeOwn(text);
        frame = known;
      }
      return known;
    }

    /** In UTF-16 memory, near enough: what the outbox is bounded by. */
    int bytes() {
      return text.length();
    }
  }

  /** A ping, to notice a peer that is gone. */
  record Ping() implements Outgoing {}

  /**
   * Nothing to write: what waited when a room was reset has been written, and the room's owner may
   * be told so that it begins anew.
   *
   * @param reset which reset of this socket it belongs to
   * @param notBeforeNanos when to tell at the earliest, as {@link System#nanoTime}
   */
  record Drained(long roomId, int reset, long notBeforeNanos) implements Outgoing {}

  /** The end, after everything before it. */
  record Close(CloseCode code) implements Outgoing {}
}
