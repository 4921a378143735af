package org.parley.system.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Instances come, go, drain and die behind the edge. */
@WithRunningSystem
class EdgeAddressesIT {

  private static final String ROOMS = "/api/v1/rooms";
  private static final int MANY = 10;

  private final RunningSystem system;
  private final List<Place> chat;
  private Edge edge;
  private Api nobody;

  EdgeAddressesIT(RunningSystem system) {
    this.system = system;
    this.chat = system.description().chat();
  }

  @BeforeEach
  void edge(@TempDir Path folder) throws Exception {
    edge = Edge.of(system, folder);
    nobody = Api.at(edge.http("/"));
  }

  @AfterEach
  void stop() throws Exception {
    if (edge != null) {
      edge.close();
    }
  }

  @Test
  void answers503UntilAnInstanceAppears() throws Exception {
    edge.start();
    Api.Answer answer = nobody.get(ROOMS);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("unavailable");
    assertThat(answer.http().headers().firstValue("Retry-After")).contains("1");
    assertThat(nobody.get("/api/v1/users/me").status()).as("user-service").isEqualTo(401);

    edge.name("chat-service", "127.0.0.1");
    edge.await("the instance", () -> nobody.get(ROOMS).status() == 401);
  }

  @Test
  void keepsOpenSocketsWhenInstancesComeAndGo() throws Exception {
    Visitor ada = Visitor.signUp(system, "ada");
    edge.name("chat-service", "127.0.0.1").start();
    try (SecondAddress second = new SecondAddress(chat.getFirst().port(), chat.getLast().port());
        TestSocket early = TestSocket.open(edge.socket())) {
      early.authenticate(ada);

      edge.name("chat-service", "127.0.0.1", SecondAddress.ADDRESS);
      edge.await("use", () -> nobody.get(ROOMS).status() == 401 && second.connections() > 0);
      edge.awaitReload();
      early.assertNothingElse();

      edge.name("chat-service", SecondAddress.ADDRESS);
      edge.awaitLine("edge: chat " + SecondAddress.ADDRESS + ",");
      int before = second.connections();
      edge.await("only use", () -> onlyUses(second));
      assertThat(second.connections()).isGreaterThan(before);
      early.assertNothingElse();
    }
  }

  private boolean onlyUses(SecondAddress second) {
    int before = second.connections();
    for (int i = 0; i < MANY; i++) {
      TestSocket.open(edge.socket()).close();
    }
    return second.connections() >= before + MANY;
  }

  @Test
  void keepsWhatItKnowsWhileNamesCannotBeAsked() throws Exception {
    edge.name("chat-service", "127.0.0.1").start();

    edge.name("chat-service").name("user-service");
    edge.awaitLook();

    assertThat(nobody.get(ROOMS).status()).isEqualTo(401);
    assertThat(nobody.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(edge.lines("err")).as("changes").filteredOn(l -> l.contains("edge:")).hasSize(1);
  }

  @Test
  void handshakesGoOnWhereNobodyListensAtTheFirstAddress() throws Exception {
    edge.name("chat-service", "127.0.0.1", SecondAddress.ADDRESS).start();

    for (int i = 0; i < MANY; i++) {
      TestSocket.open(edge.socket()).close();
    }
    assertThat(edge.lines("err"))
        .as("tried and failed")
        .anyMatch(line -> line.contains("refused") && line.contains(SecondAddress.ADDRESS));
  }

  @Test
  void handshakesGoOnWhereTheFirstInstanceDrains() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    HttpServer draining =
        HttpServer.create(new InetSocketAddress(SecondAddress.ADDRESS, chat.getFirst().port()), 0);
    draining.createContext(
        "/",
        exchange -> {
          refused.incrementAndGet();
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    draining.start();
    try {
      edge.name("chat-service", "127.0.0.1", SecondAddress.ADDRESS).start();

      for (int i = 0; i < MANY; i++) {
        TestSocket.open(edge.socket()).close();
      }
      assertThat(refused).hasPositiveValue();
    } finally {
      draining.stop(0);
    }
  }

  @Test
  void anAddressThatSaysNothingCostsOneClientASecond() throws IOException {
    try (SilentAddress silent = new SilentAddress(chat.getFirst().port())) {
      edge.name("chat-service", "127.0.0.1", silent.address()).start();
      long begin = System.nanoTime();
      for (int i = 0; i < MANY; i++) {
        assertThat(nobody.get(ROOMS).status()).isEqualTo(401);
      }
      long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
      // Half of them would be given to it first; it is asked again when 2 s are over.
      assertThat(edge.lines("err"))
          .as("tried in vain, in %d s", seconds)
          .filteredOn(line -> line.contains("timed out") && line.contains(silent.address()))
          .hasSizeBetween(1, (int) (1 + seconds / 2));
    }
  }
}
