package org.parley.users.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two instances and an operator at one directory, by a clock that the test moves. */
class SigningKeysTest {

  private static final Duration LEAD = Duration.ofMinutes(6);
  private static final Duration GLANCE = SigningKeys.GLANCE;
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path parent;

  private final MovingClock clock = new MovingClock();
  private final List<SigningKeys> instances = new ArrayList<>();

  @Test
  void nextIsPublishedBeforeItSignsAndTheOneBeforeUntilItsLastTokenHasEnded() {
    SigningKeys one = instance();
    SigningKeys other = instance();
    String first = signer(one);
    assertThat(signer(other)).isEqualTo(first);

    String next = operator().rotate().next().getKeyID();
    pass(GLANCE);
    for (SigningKeys keys : List.of(one, other)) {
      assertThat(published(keys)).containsExactly(first, next);
      assertThat(signer(keys)).isEqualTo(first);
    }

    pass(LEAD.minus(GLANCE).minus(SECOND));
    assertThat(signer(one)).isEqualTo(first);
    pass(SECOND.multipliedBy(2));
    for (SigningKeys keys : List.of(one, other)) {
      assertThat(signer(keys)).isEqualTo(next);
      assertThat(published(keys)).containsExactly(first, next);
    }

    pass(settings().tokenLifetime().plusSeconds(10));
    assertThat(published(one)).as("as long as verifiers bear with it").contains(first);
    pass(settings().kept());
    assertThat(published(one)).containsExactly(next);
    assertThat(published(other)).containsExactly(next);
    assertThat(directory().resolve(KeyDirectory.NEXT)).doesNotExist();
    assertThat(signer(instance())).as("after a restart").isEqualTo(next);
  }

  @Test
  void anEarlierVersionFindsAKeyThatIsPublishedAtAnyTime() throws Exception {
    SigningKeys keys = instance();
    operator().rotate();
    for (int minute = 0; minute < 30; minute++) {
      pass(Duration.ofMinutes(1));
      List<String> published = published(keys);
      JWK file = JWK.parse(Files.readString(directory().resolve(KeyDirectory.FIRST)));
      assertThat(file.isPrivate()).isTrue();
      assertThat(published).contains(file.getKeyID());
    }
  }

  @Test
  void aRotationIsNotBegunDuringAnother() {
    instance();
    operator().rotate();
    assertThatThrownBy(() -> operator().rotate())
        .isInstanceOf(KeysCommand.Refusal.class)
        .hasMessageContaining("under way");
    pass(LEAD.plus(settings().kept()).plus(SECOND));
    assertThat(operator().rotate().next()).isNotNull();
  }

  @Test
  void theOnlyKeyIsWithdrawnForANewOne() {
    SigningKeys keys = instance();
    String leaked = signer(keys);
    operator().withdraw(leaked);
    pass(GLANCE);
    assertThat(published(keys)).hasSize(1).doesNotContain(leaked);
    assertThat(published(keys)).containsExactly(signer(keys));
  }

  @Test
  void eitherKeyIsWithdrawnDuringARotation() {
    SigningKeys keys = instance();
    String first = signer(keys);
    String spoiled = operator().rotate().next().getKeyID();
    operator().withdraw(spoiled);
    pass(GLANCE);
    assertThat(published(keys)).containsExactly(first);

    String next = operator().rotate().next().getKeyID();
    operator().withdraw(first);
    pass(GLANCE);
    assertThat(published(keys)).containsExactly(next);
    assertThat(signer(keys)).isEqualTo(next);
    assertThatThrownBy(() -> operator().withdraw(first))
        .isInstanceOf(KeysCommand.Refusal.class)
        .hasMessageContaining("There is no key");
  }

  @Test
  void aKeyIsFollowedAtItsAgeByOneKeyForAllInstances() {
    SigningKeys one = instance();
    SigningKeys other = instance();
    pass(Duration.ofDays(90).minus(SECOND));
    assertThat(published(one)).hasSize(1);
    pass(GLANCE);
    assertThat(published(one)).hasSize(2).isEqualTo(published(other));
  }

  @Test
  void anOldKeyOfAVersionThatKnowsOneIsNotFollowedInTheMiddleOfARoll() throws Exception {
    instance();
    // As that version leaves it.
    Files.delete(directory().resolve(KeyDirectory.LOCK));
    clock.move(Duration.ofDays(400));
    SigningKeys upgraded = instance();
    pass(GLANCE);
    assertThat(published(upgraded)).hasSize(1);
    pass(Duration.ofDays(6));
    assertThat(published(upgraded)).as("before the other is rolled, days later").hasSize(1);
    SigningKeys rolled = instance();
    pass(Duration.ofDays(1));
    assertThat(published(upgraded)).hasSize(2).isEqualTo(published(rolled));
  }

  @Test
  void knownKeysStayInUseWhenTheDirectoryCannotBeUsed() throws Exception {
    SigningKeys keys = instance();
    String first = signer(keys);
    Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwx------"));
    Instant read = keys.read();
    assertThat(read).isEqualTo(clock.instant());
    Files.writeString(directory().resolve(KeyDirectory.FIRST), "{");
    pass(GLANCE);
    assertThat(signer(keys)).isEqualTo(first);
    assertThat(keys.read()).as("for whoever watches").isEqualTo(read);
    Files.delete(directory().resolve(KeyDirectory.FIRST));
    pass(GLANCE);
    assertThat(published(keys)).containsExactly(first);
  }

  @Test
  @Timeout(60) // it would hang where it fails
  void aFileSystemThatHangsKeepsNobodyFromSigningIn() throws Exception {
    SigningKeys keys = instance();
    String first = signer(keys);
    Path file = directory().resolve(KeyDirectory.FIRST);
    Files.delete(file);
    // Whoever reads it waits for somebody to write.
    assertThat(new ProcessBuilder("mkfifo", "-m", "600", file.toString()).start().waitFor())
        .isZero();
    Thread looking = Thread.ofPlatform().daemon().start(keys::look);
    try {
      clock.move(GLANCE);
      CompletableFuture<String> signed = CompletableFuture.supplyAsync(() -> signer(keys));
      assertThat(signed.get(20, TimeUnit.SECONDS)).isEqualTo(first);
      assertThat(published(keys)).containsExactly(first);
      assertThat(looking.isAlive()).isTrue();
      assertThat(keys.read()).as("for whoever watches").isBefore(clock.instant());
    } finally {
      Files.writeString(file, "");
    }
    assertThat(looking.join(Duration.ofSeconds(20))).isTrue();
    assertThat(published(keys)).containsExactly(first);
  }

  @Test
  void nothingButThePublicHalvesIsPublished() {
    SigningKeys keys = instance();
    operator().rotate();
    pass(GLANCE);
    assertThat(keys.published().getKeys())
        .hasSize(2)
        .allSatisfy(
            key ->
                assertThat(key.toJSONObject())
                    .containsOnlyKeys("kty", "e", "use", "kid", "alg", "n"));
  }

  private SigningKeys instance() {
    SigningKeys keys = new SigningKeys(settings(), clock);
    instances.add(keys);
    return keys;
  }

  /** Time passes, and every instance looks at the directory when it did. */
  private void pass(Duration time) {
    clock.move(time);
    instances.forEach(SigningKeys::look);
  }

  private KeyDirectory operator() {
    return new KeyDirectory(settings(), clock);
  }

  private KeySettings settings() {
    return new KeySettings(
        directory(), Duration.ofMinutes(15), LEAD, Optional.of(Duration.ofDays(90)));
  }

  private Path directory() {
    return parent.resolve("keys");
  }

  private static List<String> published(SigningKeys keys) {
    return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
  }

  private static String signer(SigningKeys keys) {
    try {
      return SignedJWT.parse(keys.sign(new JWTClaimsSet.Builder().build())).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
