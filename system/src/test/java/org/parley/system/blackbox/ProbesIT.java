package org.parley.system.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;

@BlackBoxTest
class ProbesIT {

  private final URI users;
  private final URI[] chats;

  ProbesIT(RunningSystem system) {
    users = system.userService("/");
    chats = new URI[] {system.chat(0, "/"), system.chat(1, "/")};
  }

  @Test
  void everyServiceIsAliveAndReady() {
    for (URI service : new URI[] {users, chats[0], chats[1]}) {
      Probes probes = Clients.probesAt(service);
      assertThat(probes.live().path("status").asText()).as("%s", service).isEqualTo("UP");
      assertThat(probes.ready().path("status").asText()).as("%s", service).isEqualTo("UP");
      assertThat(probes.ready().path("checks")).as("%s", service).isNotEmpty();
    }
  }

  @Test
  void aMessageIsCountedOnceWhicheverInstanceTookIt() {
    PublicApi ada = Clients.signUp("ada").api();
    long room = ada.createRoom(Map.of("name", "Tally")).path("id").asLong();
    double before = messagesSent();

    ada.post(Map.of("room_id", room, "content", "one"));

    assertThat(messagesSent() - before).isEqualTo(1);
  }

  @Test
  void aSignUpIsCounted() {
    String series =
        "auth_requests_total{mp_scope=\"application\",status=\"success\",type=\"register\",}";
    Probes probes = Clients.probesAt(users);
    double before = value(probes, series);

    Clients.signUp("ada");

    assertThat(value(probes, series) - before).isEqualTo(1);
  }

  private double messagesSent() {
    double sum = 0;
    for (URI chat : chats) {
      sum += value(Clients.probesAt(chat), "messages_sent_total{mp_scope=\"application\",}");
    }
    return sum;
  }

  private static double value(Probes probes, String series) {
    return probes
        .metrics()
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + series));
  }
}
