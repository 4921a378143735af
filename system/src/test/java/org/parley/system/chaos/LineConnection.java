package org.parley.system.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One connection over a {@link FaultyLine}: two threads, one for each direction. */
final class LineConnection {

  private static final int CHUNK = 64 * 1024;

  private final FaultyLine line;
  private final Socket near;
  private final Socket far;
  private final FaultyLine.Filter filter;
  private volatile boolean losesNextReply;

  LineConnection(FaultyLine line, Socket near, Socket far, FaultyLine.Filter filter) {
    this.line = line;
    this.near = near;
    this.far = far;
    this.filter = filter;
  }

  void start(Runnable atEnd) throws IOException {
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    Thread.ofVirtual().start(() -> run(this::requests, atEnd));
    Thread.ofVirtual().start(() -> run(this::replies, atEnd));
  }

  private interface Direction {
    void run() throws IOException, InterruptedException;
  }

  private void run(Direction direction, Runnable atEnd) {
    try {
      direction.run();
    } catch (IOException e) {
      // Cut, from either side or by us.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
      atEnd.run();
    }
  }

  private void requests() throws IOException, InterruptedException {
    InputStream in = near.getInputStream();
    OutputStream out = far.getOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      line.awaitFlow();
      String request = new String(chunk, 0, length, StandardCharsets.UTF_8);
      line.act(request);
      if (line.takesReplyTo(request)) {
        losesNextReply = true;
      }
      out.write(chunk, 0, length);
    }
  }

  private void replies() throws IOException, InterruptedException {
    InputStream in = far.getInputStream();
    OutputStream out = near.getOutputStream();
    for (byte[] next = next(in); next != null; next = next(in)) {
      line.awaitFlow();
      if (losesNextReply) {
        return; // which cuts the connection: the other end did what it was asked, nobody knows
      }
      line.awaitDelay();
      out.write(next);
    }
  }

  private byte[] next(InputStream in) throws IOException {
    if (filter != null) {
      return filter.next(in);
    }
    byte[] chunk = new byte[CHUNK];
    int length = in.read(chunk);
    return length < 0 ? null : Arrays.copyOf(chunk, length);
  }

  /** May be called by anybody, as often as they like. */
  void close() {
    try {
      near.close();
      far.close();
    } catch (IOException e) {
      // Closed already.
    }
  }
}
