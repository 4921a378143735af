package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.AccessToken;
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
  void aSocketIsOfTheSessionItShowedLast() throws Exception {
    RecordingSession socket = new RecordingSession();
    Connection connection = open(socket, 70);
    connection.authenticated(token(71));

    sockets.closeSessions(new SessionsRevoked(Set.of(70L)));
    assertThat(connection.isEnding()).isFalse();
    sockets.closeSessions(new SessionsRevoked(Set.of(71L)));
    assertThat(socket.next()).isEqualTo("close 4501");
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
