package org.parley.users.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

class PasswordHashingTest {

  private final PasswordHashing hashing = new PasswordHashing(2, Duration.ofSeconds(20));

  @Test
  void hashesWithArgon2idAsOwaspAsks() {
    String hash = hashing.hash("quiet river 42");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashing.hash("quiet river 42")).as("salted").isNotEqualTo(hash);
    assertThat(hashing.matches("quiet river 42", hash)).isTrue();
    assertThat(hashing.matches("quiet river 43", hash)).isFalse();
  }

  @Test
  void knowsAPasswordHoweverItsCharactersAreComposed() {
    assertThat(hashing.matches("cafe\u0301 noir 9", hashing.hash("caf\u00e9 noir 9"))).isTrue();
  }

  @Test
  void verifiesHashesOfOlderParameters() {
    Argon2Function older = Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID);
    String hash = Password.hash("old").addSalt("somesalt").with(older).getResult();
    assertThat(hash).startsWith("$argon2id$v=19$m=8,t=1,p=1$");
    assertThat(hashing.matches("old", hash)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "19455, 2, 1, 32, ID",
    "47104, 2, 1, 32, ID",
    "19456, 1, 1, 32, ID",
    "19456, 2, 2, 32, ID",
    "19456, 2, 1, 16, ID",
    "19456, 2, 1, 32, I",
    "19456, 2, 1, 32, D"
  })
  void callsOutdatedWhatHasOtherParametersThanTodays(
      int memoryKib, int iterations, int lanes, int bytes, Argon2 variant) {
    Argon2Function other = Argon2Function.getInstance(memoryKib, iterations, lanes, bytes, variant);
    String hash = Password.hash("old").addSalt("sixteen bytes it").with(other).getResult();
    assertThat(hashing.isOutdated(hash)).as(hash).isTrue();
    assertThat(hashing.isOutdated(hashing.hash("old"))).isFalse();
  }

  @Test
  void tellsPeopleToComeBackWhenAllPlacesAreTaken() throws Exception {
    PasswordHashing narrow = new PasswordHashing(1, Duration.ofMillis(10));
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Boolean> slow =
          other.submit(
              () ->
                  narrow.bounded(
                      () -> {
                        inside.countDown();
                        return await(leave);
                      }));
      assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

      assertThatThrownBy(() -> narrow.hash("quiet river 42"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refusal -> {
                assertThat(refusal.type()).isEqualTo(ProblemType.UNAVAILABLE);
                assertThat(refusal.retryAfter()).isPresent();
              });

      leave.countDown();
      assertThat(slow.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(narrow.hash("quiet river 42")).isNotBlank();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
