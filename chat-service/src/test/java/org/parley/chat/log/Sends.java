package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** Sends to one room, and what became of them. */
final class Sends {

  static final Person ALICE = new Person(7, "alice");
  private static final long PATIENCE_SECONDS = 10;

  private Sends() {}

  static NewMessage message(String content) {
    return message(3, content);
  }

  static NewMessage message(long roomId, String content) {
    return NewMessage.received(ALICE, roomId, null, content);
  }

  static MessageChange change(long seq) {
    return new MessageChange.Delete(ALICE, 3, seq);
  }

  static long seq(CompletableFuture<Posted> send) throws Exception {
    return send.get(PATIENCE_SECONDS, TimeUnit.SECONDS).seq();
  }

  static void assertRefused(CompletableFuture<?> send, ProblemType why) {
    assertThatThrownBy(() -> send.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .cause()
        .asInstanceOf(type(ProblemException.class))
        .extracting(ProblemException::type)
        .isEqualTo(why);
  }
}
