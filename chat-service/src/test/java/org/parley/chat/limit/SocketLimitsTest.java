package org.parley.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.WillingSockets;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.ClientAddress;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.LimitReader;

class SocketLimitsTest {

  private static final ClientAddress OFFICE = new ClientAddress("198.51.100.1");
  private static final ClientAddress HOME = new ClientAddress("198.51.100.2");
  private static final Person ALICE = new Person(1, "alice");
  private static final Person BOB = new Person(2, "bob");

  private static final Map<String, String> FEW =
      Map.of(
          "PARLEY_LIMIT_SOCKETS_ADDRESS", "4",
          "PARLEY_LIMIT_SOCKETS_UNAUTHENTICATED", "2",
          "PARLEY_LIMIT_SOCKETS_PERSON", "3");

  private final WillingSockets sockets = new WillingSockets(Runnable::run, frame -> {});
  private final SocketLimits limits = limits(FEW);

  @Test
  void anAddressHasSoManySocketsUntilOneCloses() {
    List<Connection> open =
        List.of(signedIn(OFFICE, ALICE), signedIn(OFFICE, ALICE), signedIn(OFFICE, BOB));
    assertThatCode(() -> limits.requireFree(OFFICE)).doesNotThrowAnyException();
    signedIn(OFFICE, BOB);

    assertRefused(() -> limits.requireFree(OFFICE));
    assertRefused(() -> enter(OFFICE));
    assertThatCode(() -> limits.requireFree(HOME)).doesNotThrowAnyException();

    limits.leave(open.getFirst());
    limits.leave(open.getFirst()); // once more is no more
    assertThatCode(() -> limits.requireFree(OFFICE)).doesNotThrowAnyException();
    enter(OFFICE);
    assertRefused(() -> limits.requireFree(OFFICE));
  }

  @Test
  void aPersonsStreamsAreCountedWithoutLimitsToo() {
    SocketLimits off =
        limits(Map.of("PARLEY_RATE_LIMITS", "off", "PARLEY_LIMIT_SOCKETS_PERSON", "2"));
    Connection first = sockets.connect();
    off.enter(first, OFFICE, ALICE);
    off.enter(sockets.connect(), OFFICE, ALICE);
    assertRefused(() -> off.enter(sockets.connect(), OFFICE, ALICE));
    off.enter(sockets.connect(), OFFICE, BOB);

    off.leave(first);
    off.enter(sockets.connect(), OFFICE, ALICE);
  }

  @Test
  void fewOfThemHaveNobodyOnThem() {
    Connection first = enter(OFFICE);
    Connection second = enter(OFFICE);
    assertRefused(() -> limits.requireFree(OFFICE));
    assertRefused(() -> enter(OFFICE));

    limits.identify(first, ALICE);
    limits.identify(first, ALICE); // a renewal
    enter(OFFICE);
    assertRefused(() -> enter(OFFICE));
    limits.leave(second);
    enter(OFFICE);
  }

  @Test
  void aPersonHasSoManyWhereverTheyAre() {
    Connection phone = signedIn(HOME, ALICE);
    signedIn(OFFICE, ALICE);
    signedIn(OFFICE, ALICE);

    Connection fourth = enter(HOME);
    assertRefused(() -> limits.identify(fourth, ALICE));
    limits.identify(enter(HOME), BOB);
    limits.leave(phone);
    limits.identify(fourth, ALICE);
  }

  @Test
  void streamsCountForTheirPersonAndAddressFromTheBeginning() {
    Connection stream = stream(HOME, ALICE);
    signedIn(HOME, ALICE);
    signedIn(HOME, ALICE);
    assertRefused(() -> stream(HOME, ALICE));
    stream(HOME, BOB);
    assertRefused(() -> limits.requireFree(HOME));

    limits.leave(stream);
    stream(HOME, ALICE);
    assertRefused(() -> stream(HOME, BOB));
    assertRefused(() -> stream(OFFICE, ALICE));
    assertThatCode(() -> limits.requireFree(OFFICE))
        .as("nobody is a stranger there")
        .doesNotThrowAnyException();
  }

  @Test
  void nothingIsLeftOfThoseWhoAreGone() {
    for (int i = 0; i < 1_000; i++) {
      Connection connection = enter(new ClientAddress("address " + i));
      if (i % 2 == 0) {
        limits.identify(connection, new Person(i, "person"));
      }
      limits.leave(connection);
    }

    assertThat(limits.isEmpty()).isTrue();
  }

  @Test
  void nothingIsLeftOfOneThatClosedWhileItOpened() {
    Connection connection = sockets.connect();
    connection.gone();
    limits.leave(connection);
    limits.enter(connection, OFFICE);
    limits.identify(connection, ALICE);

    assertThat(limits.isEmpty()).isTrue();
  }

  @Test
  void holdNothingWhenTheyAreOff() {
    SocketLimits off = limits(Map.of("PARLEY_RATE_LIMITS", "off"));

    IntStream.range(0, 500).forEach(i -> off.enter(sockets.connect(), OFFICE));
    assertThatCode(() -> off.requireFree(OFFICE)).doesNotThrowAnyException();
    assertThat(off.pace()).isEmpty();
    assertThat(off.isEmpty()).isTrue();
  }

  private Connection enter(ClientAddress from) {
    Connection connection = sockets.connect();
    limits.enter(connection, from);
    return connection;
  }

  private Connection stream(ClientAddress from, Person person) {
    Connection connection = sockets.connect();
    limits.enter(connection, from, person);
    return connection;
  }

  private Connection signedIn(ClientAddress from, Person person) {
    Connection connection = enter(from);
    limits.identify(connection, person);
    return connection;
  }

  private static void assertRefused(Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.RATE_LIMITED));
  }

  private static SocketLimits limits(Map<String, String> values) {
    Map<String, String> settings = new HashMap<>(values);
    LimitReader reader =
        new LimitReader(
            name -> Optional.ofNullable(settings.get(name)), IllegalArgumentException::new);
    LimitSettings read = LimitSettings.from(reader);
    return new SocketLimits(read, new LimitCounts<>(registry(), Limit.class, read.on()));
  }

  /** Counts into nothing. */
  static MetricRegistry registry() {
    ClassLoader loader = MetricRegistry.class.getClassLoader();
    Object counter =
        Proxy.newProxyInstance(
            loader, new Class<?>[] {Counter.class}, (self, method, arguments) -> null);
    return (MetricRegistry)
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {MetricRegistry.class},
            (self, method, arguments) -> method.getName().equals("counter") ? counter : null);
  }
}
