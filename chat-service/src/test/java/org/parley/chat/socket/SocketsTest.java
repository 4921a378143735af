package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.identity.ExpiryWarning;
import org.parley.chat.identity.Person;
import org.parley.chat.identity.SessionsRevoked;
import org.parley.chat.support.RecordingSession;

class SocketsTest {

  private final Sockets sockets = new Sockets();

  @Test
  void endsTheSocketsOfSessionsThatHaveEnded() throws Exception {
    RecordingSession laptop = new RecordingSession();
    RecordingSession otherTab = new RecordingSession();
    RecordingSession phone = new RecordingSession();
    RecordingSession nobody = new RecordingSession();
    Connection ending = open(laptop, 70);
    open(otherTab, 70);
    Connection living = open(phone, 71);
    sockets.add(sockets.connect(nobody.transport(), true));

    sockets.closeSessions(new SessionsRevoked(Set.of(70L, 99L)));

    assertThat(laptop.next()).isEqualTo("close 4501");
    assertThat(otherTab.next()).isEqualTo("close 4501");
    assertThat(ending.isEnding()).isTrue();
    assertThat(ending.deliver(3, new Outgoing.Text("later"))).isEqualTo(Delivery.ENDED);
    assertThat(living.isEnding()).isFalse();
    living.send(new Outgoing.Text("still here"));
    assertThat(phone.next()).isEqualTo("text still here");
    assertThat(nobody.written()).isEmpty();
  }

  @Test
  void doesNotKeepOneThatClosedWhileItOpened() {
    Connection connection = sockets.connect(new RecordingSession().transport(), true);
    connection.gone();
    sockets.remove(connection);
    sockets.add(connection);

    assertThat(sockets.open()).isEmpty();
  }

  @Test
  void aSocketIsOfTheSessionItShowedLast() throws Exception {
    RecordingSession socket = new RecordingSession();
    Connection connection = open(socket, 70);
    connection.authenticated(token(71));

    sockets.closeSessions(new SessionsRevoked(Set.of(70L)));
    assertThat(connection.isEnding()).isFalse();
    sockets.closeSessions(new SessionsRevoked(Set.of(71L)));
    assertThat(socket.next()).isEqualTo("close 4501");
  }

  @Test
  void warnsWhoAskedOnceWhenTheirTokenRunsOut() throws Exception {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    RecordingSession asked = new RecordingSession();
    RecordingSession didNot = new RecordingSession();
    Connection connection = open(asked, 70);
    open(didNot, 71);
    sockets.warn(connection, ExpiryWarning.of(now.plusSeconds(100), now));

    sweep(now.plusSeconds(79));
    assertThat(asked.written()).isEmpty();
    sweep(now.plusSeconds(80));
    assertThat(asked.next()).isEqualTo("text " + expiring(now.plusSeconds(100)));
    sweep(now.plusSeconds(81));

    sockets.warn(connection, ExpiryWarning.of(now.plusSeconds(900), now.plusSeconds(90)));
    sweep(now.plusSeconds(839));
    sweep(now.plusSeconds(840));
    assertThat(asked.next()).as("anew").isEqualTo("text " + expiring(now.plusSeconds(900)));

    sockets.warn(connection, ExpiryWarning.of(now.plusSeconds(1800), now.plusSeconds(900)));
    sockets.warn(connection, null);
    sweep(now.plusSeconds(1800));
    connection.send(new Outgoing.Text("last"));
    assertThat(asked.next()).as("who asks no more").isEqualTo("text last");
    assertThat(didNot.written()).isEmpty();
  }

  private void sweep(Instant now) {
    sockets.sweep(now, Duration.ofHours(1), false);
  }

  private static String expiring(Instant at) {
    return "{\"type\":\"token_expiring\",\"expires_at\":" + at.getEpochSecond() + "}";
  }

  private Connection open(RecordingSession socket, long sessionId) {
    Connection connection = sockets.connect(socket.transport(), true);
    connection.authenticated(token(sessionId));
    sockets.add(connection);
    return connection;
  }

  private static AccessToken token(long sessionId) {
    return new AccessToken(new Person(7, "alice"), sessionId, Instant.MAX);
  }
}
