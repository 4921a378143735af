package org.parley.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.log.Changes;
import org.parley.chat.log.MessageChange;
import org.parley.chat.log.StoredMessage;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.chat.protocol.RoomFrame;
import org.parley.contract.Json;
import org.parley.contract.it.DatabaseForTests;

/** Ranges of changes, as feeds and replays read them, on a real PostgreSQL. */
class ChangedAfterIT {

  private static final Person ALICE = new Person(1, "alice");
  private static final Person BOB = new Person(2, "bob");

  private static DatabaseForTests database;
  private static StoreOnPostgres stores;
  private static Changes log;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    stores = new StoreOnPostgres(database.dataSource());
    log = new Changes(database.dataSource());
  }

  @AfterAll
  static void stop() throws IOException {
    stores.close();
    database.close();
  }

  @Test
  void newMessagesComeFirstThenWhatChangedInTheOrderOfTheChanges() throws Exception {
    long room = muchChangedRoom();
    ChangeRange all = range(room, 0, 500);
    assertThat(all.through()).isEqualTo(9);
    assertThat(frames(all, 0))
        .containsExactly("new 1/1", "new 2/2", "new 3/3", "new 4/4", "new 5/9");

    ChangeRange later = range(room, 4, 504);
    assertThat(later.messages())
        .extracting(StoredMessage::seq)
        .as("nothing of message 4, which is known as it is")
        .containsExactlyInAnyOrder(1L, 2L, 3L, 5L);
    assertThat(frames(later, 4))
        .containsExactly("new 5/9", "changed 2/6", "changed 3/7", "changed 1/8");
    assertThat(frames(later, 7)).containsExactly("new 5/9", "changed 1/8");
    assertThat(frames(later, 8)).containsExactly("new 5/9");
    assertThat(frames(later, 9)).isEmpty();
  }

  @Test
  void aMessageShowsAsItIsByNow() throws Exception {
    long room = muchChangedRoom();
    List<StoredMessage> bySeq =
        range(room, 0, 500).messages().stream()
            .sorted(Comparator.comparingLong(StoredMessage::seq))
            .toList();
    assertThat(bySeq).extracting(StoredMessage::content).containsExactly("1b", "2", "", "4", "5");
    assertThat(bySeq.get(0).editedAt()).isNotNull();
    assertThat(bySeq.get(0).changeSeq()).isEqualTo(8);
    assertThat(bySeq.get(1).reactions()).hasSize(1);
    assertThat(bySeq.get(2).deletedAt()).isNotNull();
    assertThat(bySeq.get(3).reactions()).isNull();
  }

  @Test
  void aRangeThatEndsEarlyLeavesTheRestToTheNextOne() throws Exception {
    long room = muchChangedRoom();
    ChangeRange first = range(room, 4, 6);
    assertThat(first.through()).isEqualTo(6);
    assertThat(frames(first, 4))
        .as("message 1 comes with its last change")
        .containsExactly("changed 2/6");
    ChangeRange next = range(room, 6, 506);
    assertThat(next.through()).isEqualTo(9);
    assertThat(frames(next, 6)).containsExactly("new 5/9", "changed 3/7", "changed 1/8");

    ChangeRange sends = range(room, 0, 3);
    assertThat(sends.through()).isEqualTo(3);
    assertThat(frames(sends, 0)).containsExactly("new 1/1", "new 2/2", "new 3/3");
  }

  @Test
  void moreThanAReadTakesCameInSeveral() throws Exception {
    long room = log.room(ALICE);
    for (int i = 0; i < 510; i++) {
      log.say(ALICE, room, "n" + i);
    }
    ChangeRange first = range(room, 0, Messages.MAX_RANGE);
    assertThat(first.through()).isEqualTo(500);
    assertThat(first.messages()).hasSize(500);
    assertThat(range(room, 500, 1_000).messages()).hasSize(10);
  }

  @Test
  void aMessageThatChangedAllTheTimeShowsOnceAtTheEnd() throws Exception {
    long room = log.room(ALICE);
    log.say(ALICE, room, "n");
    for (int i = 0; i < 600; i++) {
      log.make(new MessageChange.Edit(ALICE, room, 1, "e" + i));
    }
    assertThat(range(room, 0, 500).messages()).hasSize(1);
    ChangeRange middle = range(room, 50, 550);
    assertThat(middle.through()).isEqualTo(550);
    assertThat(middle.messages()).isEmpty();
    ChangeRange end = range(room, 550, 1_050);
    assertThat(end.through()).isEqualTo(601);
    assertThat(frames(end, 550)).containsExactly("changed 1/601");
  }

  @Test
  void knowsNothingOfARoomThatIsNotThereOrEmpty() throws Exception {
    assertThat(range(Long.MAX_VALUE, 0, 500)).isEqualTo(new ChangeRange(0, 0, List.of()));
    assertThat(range(log.room(ALICE), 0, 500)).isEqualTo(new ChangeRange(0, 0, List.of()));
  }

  /** A fill reads range after range in one task, for which a container may keep one context. */
  @Test
  void readsAnewWhatItHasReadBefore() throws Exception {
    long room = log.room(ALICE);
    log.say(ALICE, room, "n");
    ChangeRange second =
        stores.read(
            store -> {
              store.changedAfter(room, 0, 500);
              log.make(new MessageChange.Delete(ALICE, room, 1));
              return range(store, room, 1, 501);
            });
    assertThat(second.through()).isEqualTo(2);
    assertThat(frames(second, 1)).containsExactly("changed 1/2");
  }

  /** Every odd change sends a message, every even one edits it. */
  @Test
  void headAndMessagesAreOfOneSnapshotWhileSomebodyWrites() throws Exception {
    long room = log.room(ALICE);
    int messages = 400;
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int seq = 1; seq <= messages; seq++) {
                log.say(ALICE, room, "n");
                log.make(new MessageChange.Edit(ALICE, room, seq, "e"));
              }
            });
    long cursor = 0;
    int reads = 0;
    while (cursor < 2L * messages) {
      long from = Math.max(0, cursor - 20);
      ChangeRange range = range(room, from, from + Messages.MAX_RANGE);
      cursor = range.through();
      reads++;
      long sentBefore = (from + 1) / 2;
      long sentByThen = (cursor + 1) / 2;
      assertThat(
              range.messages().stream()
                  .map(StoredMessage::seq)
                  .filter(seq -> seq > sentBefore)
                  .sorted())
          .as("(%d, %d]", from, cursor)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(sentBefore + 1, sentByThen).boxed().toList());
      long through = cursor;
      assertThat(range.messages()).allMatch(message -> message.changeSeq() <= through);
    }
    writer.get(60, TimeUnit.SECONDS);
    assertThat(reads).as("reads beside the writer").isGreaterThan(20);
  }

  /**
   * Changes 1 to 9: four sends; 1 edited, 2 reacted to, 3 removed, 1 edited again; a fifth send.
   */
  private static long muchChangedRoom() throws SQLException {
    long room = log.room(ALICE, BOB);
    for (String text : List.of("1", "2", "3", "4")) {
      log.say(ALICE, room, text);
    }
    log.make(new MessageChange.Edit(ALICE, room, 1, "1a"));
    log.make(new MessageChange.React(BOB, room, 2, "👍", true));
    log.make(new MessageChange.Delete(ALICE, room, 3));
    log.make(new MessageChange.Edit(ALICE, room, 1, "1b"));
    log.say(BOB, room, "5");
    return room;
  }

  private static ChangeRange range(long room, long from, long to) {
    return stores.read(store -> range(store, room, from, to));
  }

  private static ChangeRange range(MessageStore store, long room, long from, long to) {
    MessageStore.Changes found = store.changedAfter(room, from, to);
    return new ChangeRange(
        from,
        found.through(),
        found.messages().stream().map(message -> message.toStored(Map.of())).toList());
  }

  /** Each as what it is, its message and its change. */
  private static List<String> frames(ChangeRange range, long cursor) throws IOException {
    List<String> frames = new ArrayList<>();
    for (RoomFrame frame : range.after(cursor)) {
      JsonNode json = Json.json().readTree(frame.text());
      assertThat(json.path("change_seq").asLong()).isEqualTo(frame.changeSeq());
      String type = json.path("type").asText().equals("new_message") ? "new" : "changed";
      frames.add("%s %d/%d".formatted(type, frame.seq(), frame.changeSeq()));
    }
    return frames;
  }
}
