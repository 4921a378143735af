package org.parley.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.system.support.RawSocket;
import org.parley.system.support.RawSocket.Heard;
import org.parley.system.support.Visitor;

/** A socket of somebody in a room, opened again whenever the server has ended it for a reason. */
final class FuzzedSocket implements AutoCloseable {

  /**
   * What a client's own mistakes end a socket with: no text, no UTF-8, against the protocol, too
   * long, another token.
   */
  private static final Set<Integer> REASONS = Set.of(1002, 1003, 1007, 1009, 4401);

  private static final int LONGEST = 64 * 1024;

  private static final byte[] NO_UTF_8 = {'{', (byte) 0xc3, (byte) 0x28, (byte) 0xff, '}'};

  /** Rooms with numbers beyond this are nobody's. */
  private static final AtomicLong NOWHERE = new AtomicLong(4_000_000_000_000L);

  private final URI address;
  private final Visitor visitor;
  private final long room;
  private final String[] headers;
  private final Answers answers;
  private RawSocket socket;

  /** Whether something that ends a socket was sent: who goes on after it may find it cut. */
  private boolean mayEnd;

  FuzzedSocket(URI address, Visitor visitor, long room, String manner, Answers answers)
      throws IOException {
    this.address = address;
    this.visitor = visitor;
    this.room = room;
    this.answers = answers;
    this.headers =
        manner.isEmpty() ? new String[0] : new String[] {"Sec-WebSocket-Protocol: " + manner};
    open();
  }

  private void open() throws IOException {
    socket = RawSocket.open(address, headers);
    socket.text("{\"type\":\"auth\",\"token\":\"" + visitor.token() + "\"}");
    socket.text("{\"type\":\"join_room\",\"room_id\":" + room + "}");
  }

  /** Sends a frame, now and then in a way that ends the socket, whole or in pieces. */
  void say(Mutator mutator, String frame, String again) throws IOException {
    byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
    mayEnd |= frame.contains("auth") || bytes.length > LONGEST;
    try {
      if (mutator.chance(200)) {
        mayEnd = true;
        socket.frame(RawSocket.FIN | RawSocket.TEXT, NO_UTF_8);
      } else if (mutator.chance(200)) {
        mayEnd = true;
        socket.frame(RawSocket.FIN | RawSocket.BINARY, bytes);
      } else if (mutator.chance(20)) {
        int cut = bytes.length / 2;
        socket.frame(RawSocket.TEXT, Arrays.copyOf(bytes, cut));
        socket.frame(
            RawSocket.FIN | RawSocket.CONTINUATION, Arrays.copyOfRange(bytes, cut, bytes.length));
      } else {
        socket.frame(RawSocket.FIN | RawSocket.TEXT, bytes);
      }
    } catch (SocketException e) {
      // Ended by a frame before; how, is read here.
      readAll(again);
    }
  }

  /**
   * Reads all answers so far, up to that to a frame nobody else sends: a room that is not there,
   * another each time. Nothing goes wrong on the server's side, whatever it was sent.
   */
  void readAll(String again) throws IOException {
    long nowhere = NOWHERE.incrementAndGet();
    try {
      socket.text("{\"type\":\"join_room\",\"room_id\":" + nowhere + "}");
    } catch (SocketException e) {
      // As above.
    }
    while (true) {
      switch (socket.next()) {
        case Heard.Said said -> {
          JsonNode frame = said.frame();
          assertThat(frame.path("code").asText()).as(again).isNotIn("internal", "unavailable");
          if (frame.path("room_id").asLong() == nowhere) {
            mayEnd = false;
            return;
          }
          answers.count((frame.path("type").asText() + " " + frame.path("code").asText()).strip());
        }
        case Heard.Closed closed -> {
          answers.count("closed " + closed.code());
          assertThat(closed.code()).as(again + ": " + closed.reason()).isIn(REASONS);
          reopen();
          return;
        }
        case Heard.Cut cut -> {
          answers.count("cut");
          assertThat(mayEnd).as(again + ": cut without a word").isTrue();
          reopen();
          return;
        }
      }
    }
  }

  private void reopen() throws IOException {
    socket.close();
    mayEnd = false;
    open();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
