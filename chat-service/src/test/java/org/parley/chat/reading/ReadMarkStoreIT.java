package org.parley.chat.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.log.Changes;
import org.parley.chat.log.MessageChange;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.chat.reading.ReadMarkStore.Pointer;
import org.parley.contract.it.DatabaseForTests;

/** mark_read and count_unread on a real PostgreSQL. */
class ReadMarkStoreIT {

  private static final Person ADA = new Person(1, "Ada");
  private static final Person BEN = new Person(2, "ben");
  private static final Person CLEO = new Person(3, "cleo");

  private static DatabaseForTests database;
  private static ReadMarkStore store;
  private static Changes log;

  /** A pointer, whatever the room's last message is. */
  private record Standing(ReadState state, boolean moved) {}

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    store = new ReadMarkStore(database.dataSource());
    log = new Changes(database.dataSource());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void countsWhatOthersSaidAndStands() throws Exception {
    long room = room();
    log.say(BEN, room, "1");
    log.say(ADA, room, "2, my own");
    log.say(BEN, room, "3");
    log.say(CLEO, room, "4");
    assertThat(pointer(room, ADA, 0)).isEqualTo(stands(0, 3, 0));
    log.make(new MessageChange.Delete(BEN, room, 3));
    log.make(new MessageChange.Edit(CLEO, room, 4, "4b"));
    assertThat(pointer(room, ADA, 0)).isEqualTo(stands(0, 2, 0));
    assertThat(pointer(room, ADA, 1)).isEqualTo(moved(1, 1, 0));
    assertThat(pointer(room, BEN, 0)).as("theirs is another").isEqualTo(stands(0, 2, 0));
  }

  @Test
  void neverMovesBackNorBeyondTheLastMessage() throws Exception {
    long room = room();
    for (int i = 0; i < 5; i++) {
      log.say(BEN, room, "m");
    }
    assertThat(pointer(room, ADA, 3)).isEqualTo(moved(3, 2, 0));
    assertThat(pointer(room, ADA, 2)).isEqualTo(stands(3, 2, 0));
    assertThat(pointer(room, ADA, 3)).isEqualTo(stands(3, 2, 0));
    assertThat(pointer(room, ADA, Long.MAX_VALUE)).isEqualTo(moved(5, 0, 0));
    assertThat(pointer(room, ADA, 6)).isEqualTo(stands(5, 0, 0));
    log.say(BEN, room, "m");
    assertThat(pointer(room, ADA, 5)).isEqualTo(stands(5, 1, 0));
  }

  @Test
  void countsMentionsOfThePersonAndOfEverybodyOnce() throws Exception {
    long room = room();
    pointer(room, ADA, 0); // which notes nothing where nothing moves
    name(room, ADA);
    name(room, BEN);
    log.say(BEN, room, "@ADA @room @ada");
    log.say(BEN, room, "@cleo, who is not known by name yet, and `@ada`");
    log.say(BEN, room, "@room");
    log.say(ADA, room, "@ada @room");
    assertThat(pointer(room, ADA, 0)).isEqualTo(stands(0, 3, 2));
    assertThat(pointer(room, BEN, 0)).isEqualTo(stands(0, 1, 1));
    log.make(new MessageChange.Edit(BEN, room, 2, "@ada"));
    log.make(new MessageChange.Edit(BEN, room, 1, "nobody"));
    assertThat(pointer(room, ADA, 0)).isEqualTo(stands(0, 3, 2));
    assertThat(pointer(room, CLEO, 0)).isEqualTo(stands(0, 4, 2));
    log.make(new MessageChange.Delete(BEN, room, 3));
    assertThat(pointer(room, ADA, 0)).isEqualTo(stands(0, 2, 1));
    assertThat(pointer(room, ADA, 2)).isEqualTo(moved(2, 0, 0));
  }

  @Test
  void countsUpToAHundred() throws Exception {
    long room = room();
    name(room, ADA);
    for (int i = 0; i < 99; i++) {
      log.say(BEN, room, "@ada");
    }
    assertThat(pointer(room, ADA, 0)).isEqualTo(stands(0, 99, 99));
    for (int i = 0; i < 60; i++) {
      log.say(BEN, room, "@room");
    }
    assertThat(pointer(room, ADA, 0)).isEqualTo(stands(0, 100, 100));
    assertThat(pointer(room, ADA, 150)).isEqualTo(moved(150, 9, 9));
  }

  @Test
  void saysUpToWhichMessageItCounted() throws Exception {
    long room = room();
    assertThat(mark(room, ADA, 1).count().lastSeq()).isZero();
    log.say(BEN, room, "1");
    log.say(ADA, room, "2");
    log.say(BEN, room, "3");
    assertThat(mark(room, ADA, 1))
        .isEqualTo(new Pointer(new ReadCount(new ReadState(1, 1, 0), 3), true));
    assertThat(mark(room, ADA, 1))
        .isEqualTo(new Pointer(new ReadCount(new ReadState(1, 1, 0), 3), false));
  }

  /** Whoever writes meanwhile: what is counted is what others wrote up to that message. */
  @Test
  void countsAreAsOfThatMessageWhoeverWrites() throws Exception {
    long room = room();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 90; i++) {
                log.say(BEN, room, "m");
              }
            });
    do {
      ReadCount count = mark(room, ADA, 0).count();
      assertThat(count.state()).isEqualTo(new ReadState(0, (int) count.lastSeq(), 0));
    } while (!writing.isDone());
    writing.join();
  }

  @Test
  void whoIsNoMemberHasNoPointer() throws Exception {
    long room = room();
    assertThat(store.mark(room, new Person(99, "stranger"), 1)).isEmpty();
    assertThat(store.mark(Long.MAX_VALUE, ADA, 1)).isEmpty();
  }

  @Test
  void severalDevicesAtOnceLeaveItAtTheHighest() throws Exception {
    long room = room();
    for (int i = 0; i < 40; i++) {
      log.say(BEN, room, "m");
    }
    List<CompletableFuture<Pointer>> devices =
        LongStream.rangeClosed(1, 40)
            .mapToObj(seq -> CompletableFuture.supplyAsync(() -> mark(room, ADA, 41 - seq)))
            .toList();
    devices.forEach(CompletableFuture::join);
    assertThat(pointer(room, ADA, 0)).isEqualTo(stands(40, 0, 0));
  }

  @Test
  void waitsForNobodyWhoHoldsTheRoom() throws Exception {
    long room = room();
    log.say(BEN, room, "m");
    try (Connection holder = database.dataSource().getConnection();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("select 1 from rooms where id = " + room + " for no key update");
      assertThat(pointer(room, ADA, 1)).isEqualTo(moved(1, 0, 0));
      holder.rollback();
    }
  }

  @Test
  void notesWhatAMemberOfBeforeIsCalled() throws Exception {
    long room = room();
    log.say(BEN, room, "m");
    pointer(room, ADA, 1);
    log.say(BEN, room, "@ada");
    assertThat(pointer(room, ADA, 1)).isEqualTo(stands(1, 1, 1));
  }

  private static Standing pointer(long room, Person person, long seq) {
    Pointer pointer = mark(room, person, seq);
    return new Standing(pointer.count().state(), pointer.moved());
  }

  private static Pointer mark(long room, Person person, long seq) {
    return store.mark(room, person, seq).orElseThrow();
  }

  private static Standing stands(long seq, int unread, int mentions) {
    return new Standing(new ReadState(seq, unread, mentions), false);
  }

  private static Standing moved(long seq, int unread, int mentions) {
    return new Standing(new ReadState(seq, unread, mentions), true);
  }

  private static long room() throws SQLException {
    return log.room(ADA, BEN, CLEO);
  }

  private static void name(long room, Person person) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "update room_members set username = '%s' where room_id = %d and user_id = %d returning 1"
                    .formatted(person.username(), room, person.id()))) {
      assertThat(row.next()).isTrue();
    }
  }
}
