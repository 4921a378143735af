package org.parley.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.parley.system.support.Patience.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.browser.Conversation;
import org.parley.system.edge.Identity;
import org.parley.system.support.Visitor;

/**
 * docker-compose.yml on a real engine, as an operator uses it: started, upgraded, scaled, broken,
 * saved and restored, with the checker running through nginx. One stack, one step after the other;
 * what was typed and answered is in target/containers/transcript.txt. By {@code ./mvnw
 * -Pcontainers}, after system/containers/stand-ins.sh where images cannot be pulled.
 */
@EnabledIfSystemProperty(named = "parley.containers", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {

  /** The commit that is upgraded from. */
  private static final String PREVIOUS = System.getProperty("parley.previous", "HEAD~1");

  private Stack stack;

  @BeforeAll
  void build() throws IOException {
    stack = new Stack();
    stack.script("images.sh", "latest");
    stack.script("images.sh", "previous", PREVIOUS);
  }

  @AfterAll
  void end() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  @Order(1)
  void startsFromNothing() {
    stack.version("previous");
    long from = System.nanoTime();
    stack.up();
    note("ready after " + Duration.ofNanos(System.nanoTime() - from).toSeconds() + " s");

    assertThat(stack.containers("chat-service")).hasSize(2);
    assertThat(stack.compose("ps")).doesNotContain("unhealthy", "Restarting");
    await("Prometheus sees two chat instances and user-service", () -> stack.scraped() == 3);
    proves("--duration 15s", () -> {});
  }

  @Test
  @Order(2)
  void isUpgradedWithoutALoss() {
    stack.version("latest");
    List<String> old = everyContainer();

    proves(
        "--duration 270s --drop-every 20s",
        () -> {
          stack.script("roll.sh", "chat-service");
          // Old user-service beside new instances, and the other way round for as long as that
          // took.
          stack.script("roll.sh");
        });

    assertThat(everyContainer()).doesNotContainAnyElementsOf(old).hasSize(old.size());
  }

  private List<String> everyContainer() {
    List<String> all = new ArrayList<>(stack.containers("chat-service"));
    all.addAll(stack.containers("user-service"));
    return all;
  }

  @Test
  @Order(3)
  void twoPeopleTalkInTheirBrowsers() {
    assumeTrue(Conversation.isPossible(), "There is no Chromium.");
    try (Conversation conversation = Conversation.begin(URI.create(stack.origin() + "/"))) {
      conversation.goOn();
      conversation.goOn();
    }
  }

  @Test
  @Order(4)
  void anInstanceIsAddedByScaling() {
    proves(
        "--duration 70s --drop-every 3s",
        () -> {
          stack.compose("up", "-d", "--no-recreate", "--scale", "chat-service=3", "nginx");
          await("all three have sockets", () -> withSockets() == 3);
        });
    stack.compose("up", "-d", "--no-recreate", "--scale", "chat-service=2", "nginx");
  }

  private long withSockets() {
    return stack.containers("chat-service").stream().filter(this::hasSockets).count();
  }

  private boolean hasSockets(String container) {
    return stack.metric(container, "websocket_connections") > 0;
  }

  /** As docs/operations.md says, word for word. */
  @Test
  @Order(5)
  void anInstanceIsAddedByHandUnderItsOwnName() throws IOException {
    stack.withServices(ByHand.fromTheGuide());
    proves(
        "--duration 70s --drop-every 3s",
        () -> {
          stack.compose("up", "-d", "--no-recreate", "--no-deps", "chat-service-3");
          String third = stack.containers("chat-service-3").getFirst();
          await("the third has sockets", () -> hasSockets(third));
          assertThat(stack.inspect(third, "{{.Config.Env}}")).contains("SERVER_ID=chat-service-3");
        });
    stack.compose("rm", "--stop", "--force", "chat-service-3");
    stack.withServices("");
  }

  @Test
  @Order(6)
  void anInstanceThatIsKilledIsNotMissed() {
    proves(
        "--duration 75s --drop-every 0s",
        () -> {
          try (Failover failover = new Failover(stack.origin())) {
            String one = stack.containers("chat-service").getFirst();
            long pid = Long.parseLong(stack.inspect(one, "{{.State.Pid}}"));
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            await(
                "it is started again", () -> !stack.inspect(one, "{{.RestartCount}}").equals("0"));
            await(
                "it is back",
                () -> stack.inspect(one, "{{.State.Health.Status}}").equals("healthy"));
            note("an instance killed: " + failover);
            assertThat(failover.failures()).isZero();
          }
        });
  }

  @Test
  @Order(7)
  void nobodyIsRootOrWritesWhereItIsNotSaid() throws IOException {
    for (String service : List.of("chat-service", "user-service", "nginx", "postgres", "redis")) {
      String container = stack.containers(service).getFirst();
      assertThat(stack.inspect(container, "{{.Config.User}}"))
          .as("who runs %s", service)
          .isNotIn("", "root", "0", "0:0");
      assertThat(stack.inspect(container, "{{.HostConfig.ReadonlyRootfs}}"))
          .as("read-only root of %s", service)
          .isEqualTo("true");
    }
    // No password stands in what docker shows of a container, or in a log.
    List<String> passwords =
        stack
            .look(
                "run",
                "--rm",
                "--no-deps",
                "-T",
                "--entrypoint",
                "sh",
                "secrets",
                "-c",
                "for file in /secrets/all/*; do cat $file; echo; done")
            .lines()
            .filter(line -> line.matches("[0-9a-f]{64}"))
            .toList();
    assertThat(passwords).hasSizeGreaterThanOrEqualTo(7);
    String shown = stack.look("config") + stack.look("logs", "--no-color");
    for (String service : List.of("chat-service", "user-service", "postgres", "redis")) {
      shown += stack.docker("inspect", stack.containers(service).getFirst());
    }
    assertThat(passwords).noneMatch(shown::contains);
  }

  @Test
  @Order(8)
  void aBackupIsRestoredAndNobodyIsMisled() throws IOException {
    Path backup = Files.createTempDirectory("parley").resolve("backup");
    Visitor before = Visitor.signUp(URI.create(stack.origin() + "/"), "before");
    proves(
        "--duration 100s --drop-every 0s --changes off --max-resyncs 3 --set-back 4000",
        () -> {
          stack.script("backup.sh", backup.toString());
          // As on another machine, where the key never was.
          stack.compose(
              "run", "--rm", "-T", "--entrypoint", "sh", "secrets", "-c", "rm /secrets/keys/*");
          stack.script("restore.sh", backup.toString(), "--yes");
        });
    assertThat(before.api().get("/api/v1/users/me").status())
        .as("a token of before")
        .isEqualTo(200);
    // A number that somebody had whom the backup does not know is nobody else's now.
    assertThat(Visitor.signUp(URI.create(stack.origin() + "/"), "after").id())
        .isGreaterThan(1_000_000);
  }

  /** The last, for from then on port 80 only leads to 443. */
  @Test
  @Order(9)
  void aCertificateTurnsTlsOnWithoutARestart(@TempDir Path folder) throws Exception {
    Identity identity = Identity.make(folder);
    identity.writeTo(stack.tls());
    try (CertifiedOrigin origin = new CertifiedOrigin(identity, stack.tlsPort())) {
      await("TLS is on", origin::answers);
      assertThat(origin.status("/api/v1/rooms"))
          .as("a chat instance, asked by nobody")
          .isEqualTo(401);
      origin.opensSocket();
      assertThat(origin.status(URI.create(stack.origin() + "/"))).as("port 80").isEqualTo(308);
    }
  }

  private void proves(String words, Runnable something) {
    Proof.that(stack, words, something);
  }

  private void note(String text) {
    stack.command().note(text);
  }
}
