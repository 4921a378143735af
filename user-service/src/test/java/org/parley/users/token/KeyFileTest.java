package org.parley.users.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.users.platform.BadSettingException;

class KeyFileTest {

  private static final RSAKey ONE = SigningKey.generate();
  private static final RSAKey OTHER = SigningKey.generate();

  @TempDir private Path parent;

  @Test
  void keepsTheFirstKeyForEver() {
    assertThat(keyFile().loadOrCreate(() -> ONE)).isEqualTo(ONE);
    assertThat(keyFile().loadOrCreate(() -> OTHER)).isEqualTo(ONE);
  }

  @Test
  void takesTheAgeOfAKeyThatDoesNotSayItFromItsFile() throws Exception {
    RSAKey undated = new RSAKey.Builder(ONE).issueTime(null).build();
    keyFile().loadOrCreate(() -> undated);
    Instant made = Instant.parse("2026-01-02T03:04:05Z");
    Files.setLastModifiedTime(file(), FileTime.from(made));
    RSAKey read = keyFile().loadOrCreate(() -> OTHER);
    assertThat(read.getIssueTime().toInstant()).isEqualTo(made);
    assertThat(read.getKeyID()).isEqualTo(ONE.getKeyID());
  }

  @Test
  void isForItsOwnerOnlyAndLeavesNoDraft() throws Exception {
    keyFile().loadOrCreate(() -> ONE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(directory())) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void refusesAKeyOthersCanRead() throws Exception {
    keyFile().loadOrCreate(() -> ONE);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> keyFile().loadOrCreate(() -> ONE))
        .isInstanceOf(BadSettingException.class)
        .hasMessageContaining("chmod 600 " + file());
  }

  @Test
  void refusesADirectoryOthersCanEnter() throws Exception {
    keyFile().loadOrCreate(() -> ONE);
    Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> keyFile().loadOrCreate(() -> ONE))
        .isInstanceOf(BadSettingException.class)
        .hasMessageContaining("chmod 700 " + directory());
  }

  @Test
  void refusesWhatIsNoStrongPrivateKeyWithoutQuotingIt() throws Exception {
    keyFile().loadOrCreate(() -> ONE);
    RSAKey weak = new RSAKeyGenerator(2048).keyID("weak").generate();
    for (String content :
        List.of("{", "{\"d\":\"secret\"}", ONE.toPublicJWK().toJSONString(), weak.toJSONString())) {
      Files.writeString(file(), content);
      assertThatThrownBy(() -> keyFile().loadOrCreate(() -> ONE))
          .isInstanceOf(BadSettingException.class)
          .hasMessageContaining("does not hold a private RSA key")
          .hasNoCause();
    }
  }

  @Test
  void givesOneKeyToInstancesThatStartTogether() throws Exception {
    try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 20; round++) {
        Path shared = parent.resolve("round" + round);
        CyclicBarrier together = new CyclicBarrier(2);
        Future<RSAKey> first = instances.submit(instance(shared, together, ONE));
        Future<RSAKey> second = instances.submit(instance(shared, together, OTHER));
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(second.get(10, TimeUnit.SECONDS));
      }
    }
  }

  private static Callable<RSAKey> instance(Path directory, CyclicBarrier together, RSAKey key) {
    return () ->
        new KeyFile(directory)
            .loadOrCreate(
                () -> {
                  await(together);
                  return key;
                });
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await(1, TimeUnit.SECONDS);
    } catch (Exception e) {
      // The other one was so quick that it needs no key any more.
    }
  }

  private KeyFile keyFile() {
    return new KeyFile(directory());
  }

  private Path directory() {
    return parent.resolve("keys");
  }

  private Path file() {
    return directory().resolve(KeyFile.NAME);
  }
}
