package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.cluster.PresenceRegister.Answer.NEWS;
import static org.parley.contract.secure.SecureRedis.NOTHING_DENIED;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.chat.cluster.Instance.Heard;
import org.parley.chat.cluster.PresenceRegister.Answer;
import org.parley.chat.cluster.PresenceRegister.Lease;
import org.parley.chat.platform.PeerSettings;
import org.parley.contract.limit.Rate;
import org.parley.contract.secure.CertificateAuthority;
import org.parley.contract.secure.SecureRedis;

/** A Redis that speaks TLS only and grants us no more than the template of the containers says. */
class SecureRedisIT {

  private static final long LIMIT_SECONDS = 60;
  private static final long TEA = 1;
  private static final Presence ALICE = new Presence(TEA, 1, "alice");
  private static final Presence BOB = new Presence(TEA, 2, "bob");
  private static final String PASSWORD = "f00dcafe";

  @TempDir private static Path folder;

  private static CertificateAuthority authority;
  private static SecureRedis redis;

  @BeforeAll
  static void start() throws Exception {
    authority = CertificateAuthority.in(folder.resolve("authority"));
    redis =
        SecureRedis.start(
            folder.resolve("redis"), authority, authority.issue("localhost"), PASSWORD);
  }

  @AfterAll
  static void stop() {
    if (redis != null) {
      redis.close();
    }
  }

  @Test
  void nothingWeDoIsDenied() throws Exception {
    redis.ask("ACL", "LOG", "RESET");
    try (Instance here = starting("here", redis.url(), PASSWORD);
        Instance mortal = starting("mortal", redis.url(), PASSWORD)) {
      here.awaitConnected();
      mortal.awaitConnected();

      here.subscribe(TEA);
      mortal.publish(TEA, "hello");
      assertThat(here.next()).isEqualTo(new Heard(TEA, "hello"));
      here.broadcast.unsubscribe(TEA);
      mortal.broadcast.publishTo(ALICE.userId(), "hello you".getBytes(StandardCharsets.UTF_8));
      assertThat(here.next()).isEqualTo(new Heard(ALICE.userId(), "hello you"));
      here.passSeconds(1);
      here.flyCanary();
      here.awaitCanary();

      for (int left = 1; left >= 0; left--) { // makes the bucket, then changes it
        assertThat(here.buckets.take("send:1", 1, Rate.parse("1/h burst 2")))
            .succeedsWithin(Duration.ofSeconds(LIMIT_SECONDS))
            .isEqualTo((long) left);
      }

      assertThat(here.presence.renew()).isEqualTo(Lease.NEW);
      assertThat(mortal.presence.renew()).isEqualTo(Lease.NEW);
      assertThat(answer(here.presence.enter(ALICE))).isEqualTo(NEWS);
      assertThat(answer(here.presence.leave(ALICE))).isEqualTo(NEWS);
      assertThat(answer(mortal.presence.enter(BOB))).isEqualTo(NEWS);
      endOfLease(here);
    }
    assertThat(redis.denied()).isEqualTo(NOTHING_DENIED);
  }

  /** What the one that says nothing any more noted is ended by the other. */
  private static void endOfLease(Instance alive) {
    List<Presence> ended = new ArrayList<>();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (ended.isEmpty()) {
      assertThat(System.nanoTime()).as("the end of a lease").isLessThan(deadline);
      alive.presence.renew();
      alive.presence.endTheDead(ended::add);
    }
    assertThat(ended).containsExactly(BOB);
  }

  @Test
  void ourUserMayDoNothingElse() throws Exception {
    for (List<String> other :
        List.of(
            List.of("set", "{parley:presence}", "x"),
            List.of("get", "another:key"),
            List.of("publish", "another:channel", "x"),
            List.of("keys", "*"),
            List.of("flushall"),
            List.of("config", "get", "*"))) {
      List<String> asked = new ArrayList<>(List.of("ACL", "DRYRUN", SecureRedis.USER));
      asked.addAll(other);
      assertThat(redis.ask(asked.toArray(String[]::new))).as("%s", other).contains("no permission");
    }
  }

  @Test
  void aWrongPasswordIsToldOnceAndTheRightOneIsFoundLater() throws Exception {
    try (LogLines log = LogLines.of(RedisLink.class);
        Instance early = starting("early", redis.url(), "wrong-password")) {
      log.await("it refuses us (WRONGPASS)");
      assertThat(early.broadcast.subscribe(TEA)).isCompletedExceptionally();
      early.publish(TEA, "to myself");
      assertThat(early.next()).isEqualTo(new Heard(TEA, "to myself"));
      awaitAnotherTry();

      redis.ask("ACL", "SETUSER", SecureRedis.USER, ">wrong-password");
      early.awaitConnected();
      log.await("connected to Redis");
      assertThat(log.lines())
          .hasSize(2)
          .noneMatch(line -> line.contains("wrong-password") || line.contains(SecureRedis.USER));
    } finally {
      redis.ask("ACL", "SETUSER", SecureRedis.USER, "<wrong-password");
    }
  }

  private static void awaitAnotherTry() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    redis.ask("ACL", "LOG", "RESET");
    while (redis.denied().equals(NOTHING_DENIED)) {
      assertThat(System.nanoTime()).as("another try").isLessThan(deadline);
    }
  }

  @Test
  void anotherAuthorityIsNotBelieved() throws Exception {
    Path stranger = CertificateAuthority.in(folder.resolve("stranger")).certificate();
    assertNoTls(
        new PeerSettings.Redis(redis.url(), SecureRedis.USER, PASSWORD, stranger),
        "certification path");
    // The JDK's own authorities.
    assertNoTls(
        new PeerSettings.Redis(redis.url(), SecureRedis.USER, PASSWORD, null),
        "certification path");
  }

  @Test
  void anotherNameIsNotBelieved() throws Exception {
    String byAddress = redis.url().replace("localhost", "127.0.0.1");
    assertNoTls(
        new PeerSettings.Redis(
            byAddress + "?verifyPeer=NONE", SecureRedis.USER, PASSWORD, authority.certificate()),
        "127.0.0.1");
  }

  private static void assertNoTls(PeerSettings.Redis settings, String because) throws Exception {
    try (LogLines log = LogLines.of(RedisLink.class);
        Instance alone = Instance.starting(settings, "alone", Instance.SHORT)) {
      String told = log.await("there is no trusted TLS with it");
      assertThat(told).contains(because).doesNotContain(PASSWORD, SecureRedis.USER + ":");
      assertThat(alone.broadcast.isAway()).isTrue();
    }
  }

  private static Instance starting(String name, String url, String password) {
    return Instance.starting(
        new PeerSettings.Redis(url, SecureRedis.USER, password, authority.certificate()),
        name,
        Instance.SHORT);
  }

  private static Answer answer(CompletionStage<Answer> asked) throws Exception {
    return asked.toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }
}
