package org.parley.chat.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.parley.chat.drain.Departures.Outcome;
import org.parley.chat.drain.Departures.Pace;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;
import org.parley.chat.support.RecordingSession;

class DeparturesTest {

  private static final Pace QUICK =
      new Pace(
          500,
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofMillis(100),
          Duration.ofMillis(50));

  private final Sockets sockets = new Sockets();
  private final Departures departures = new Departures(sockets, QUICK);

  @Test
  void spreadsClientsAsTheOthersCanTakeThem() {
    assertThat(QUICK.spread(1)).isEqualTo(Duration.ofMillis(50));
    assertThat(QUICK.spread(75)).isEqualTo(Duration.ofMillis(150));
    assertThat(QUICK.spread(100_000)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void tellsEverybodyTheirMomentAndClosesWhoStays() throws Exception {
    RecordingSession stays = new RecordingSession();
    RecordingSession original = new RecordingSession();
    open(stays, true);
    open(original, false);

    Outcome outcome = departures.sendAway();

    assertThat(outcome).isEqualTo(new Outcome(2, 0));
    assertThat(stays.next())
        .matches("text \\{\"type\":\"reconnect\",\"after_ms\":([1-9]|[1-4][0-9]|50)}");
    assertThat(stays.next()).isEqualTo("close 1012");
    assertThat(original.next()).as("knows no such word").isEqualTo("close 1012");
  }

  @Test
  void closesNobodyWhoWentByItself() throws Exception {
    RecordingSession quick = new RecordingSession();
    open(quick, true).gone();
    RecordingSession slow = new RecordingSession();
    open(slow, true);

    assertThat(departures.sendAway()).isEqualTo(new Outcome(2, 1));
    assertThat(slow.next()).startsWith("text ");
    assertThat(slow.next()).isEqualTo("close 1012");
    assertThat(quick.written()).doesNotContain("close 1012");
  }

  @Test
  void closesWhoCameInTheLastMoment() throws Exception {
    RecordingSession late = new RecordingSession();
    open(late, true);
    departures.closeTheRest();
    assertThat(late.next()).isEqualTo("close 1012");
  }

  private Connection open(RecordingSession socket, boolean manyRooms) {
    Connection connection = sockets.connect(socket.transport(), manyRooms);
    sockets.add(connection);
    return connection;
  }
}
