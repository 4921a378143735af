package org.parley.users.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.users.platform.BadSettingException;

class KeyDirectoryTest {

  private static final RSAKey ONE = SigningKey.generate(Instant.EPOCH);

  @TempDir private Path parent;

  @Test
  void keepsTheFirstKey() {
    RSAKey first = keys().loadOrCreate().first();
    assertThat(keys().loadOrCreate()).isEqualTo(new KeyPair(first, null));
    assertThat(keys().load().first()).isEqualTo(first);
  }

  @Test
  void takesTheAgeOfAKeyThatDoesNotSayItFromItsFile() throws Exception {
    keys().loadOrCreate();
    RSAKey undated = new RSAKey.Builder(ONE).issueTime(null).build();
    Files.writeString(file(), undated.toJSONString());
    Instant made = Instant.parse("2026-01-02T03:04:05Z");
    Files.setLastModifiedTime(file(), FileTime.from(made));
    RSAKey read = keys().load().first();
    assertThat(read.getIssueTime().toInstant()).isEqualTo(made);
    assertThat(read.getKeyID()).isEqualTo(ONE.getKeyID());
  }

  @Test
  void isForItsOwnerOnlyAndLeavesNoDraft() throws Exception {
    keys().loadOrCreate();
    keys().rotate();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(directory())) {
      assertThat(files)
          .hasSize(3) // and the lock
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void refusesAKeyOthersCanRead() throws Exception {
    keys().loadOrCreate();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> keys().loadOrCreate())
        .isInstanceOf(BadSettingException.class)
        .hasMessageContaining("chmod 600 " + file());
  }

  @Test
  void refusesADirectoryOthersCanEnter() throws Exception {
    keys().loadOrCreate();
    Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> keys().loadOrCreate())
        .isInstanceOf(BadSettingException.class)
        .hasMessageContaining("chmod 700 " + directory());
  }

  @Test
  void refusesWhatIsNoStrongPrivateKeyWithoutQuotingIt() throws Exception {
    keys().loadOrCreate();
    RSAKey weak = new RSAKeyGenerator(2048).keyID("weak").generate();
    for (String content :
        List.of("{", "{\"d\":\"secret\"}", ONE.toPublicJWK().toJSONString(), weak.toJSONString())) {
      Files.writeString(file(), content);
      assertThatThrownBy(() -> keys().loadOrCreate())
          .isInstanceOf(BadSettingException.class)
          .hasMessageContaining("does not hold a private RSA key")
          .hasNoCause();
    }
  }

  @Test
  void givesOneKeyToInstancesThatStartTogether() throws Exception {
    inTwoAtOnce(keys -> keys.loadOrCreate().first());
  }

  @Test
  void givesOneNextKeyToOperatorsWhoRotateTogether() throws Exception {
    keys().loadOrCreate();
    inTwoAtOnce(
        keys -> {
          try {
            return keys.rotate().next();
          } catch (KeysCommand.Refusal late) {
            return keys.load().next();
          }
        });
  }

  private void inTwoAtOnce(Function<KeyDirectory, RSAKey> work) throws Exception {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      CyclicBarrier together = new CyclicBarrier(2);
      Callable<RSAKey> one =
          () -> {
            KeyDirectory keys = keys();
            together.await(10, TimeUnit.SECONDS);
            return work.apply(keys);
          };
      Future<RSAKey> first = two.submit(one);
      Future<RSAKey> second = two.submit(one);
      assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(second.get(30, TimeUnit.SECONDS));
    }
  }

  private KeyDirectory keys() {
    return new KeyDirectory(
        new KeySettings(
            directory(), Duration.ofMinutes(15), Duration.ofMinutes(6), Optional.empty()),
        Clock.systemUTC());
  }

  private Path directory() {
    return parent.resolve("keys");
  }

  private Path file() {
    return directory().resolve(KeyDirectory.FIRST);
  }
}
