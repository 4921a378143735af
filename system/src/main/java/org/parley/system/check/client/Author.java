package org.parley.system.check.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.ledger.MessageState;
import org.parley.system.check.ledger.Operation;
import org.parley.system.check.ledger.Operation.Delete;
import org.parley.system.check.ledger.Operation.Edit;
import org.parley.system.check.ledger.Operation.React;
import org.parley.system.check.ledger.Operation.Send;
import org.parley.system.check.ledger.RoomLedger;
import org.parley.system.check.scene.Plan.Mix;

/** What a writer thinks of saying: new messages, and changes of what it knows to be there. */
final class Author {

  /** Something to say, and where. */
  record Idea(long roomId, Operation operation) {}

  /** People change what is on their screen. */
  private static final int WITHIN_SIGHT = 30;

  /** One of several code points among them, one outside the basic plane. */
  private static final List<String> EMOJI = List.of("👍", "🎉", "❤️", "👩‍🚀");

  /** What breaks in careless hands: quotes, line breaks, markup, other scripts, joined emoji. */
  private static final List<String> WORDS =
      List.of(
          "tea",
          "Größe",
          "\"so\"",
          "<b>",
          "line\nbreak",
          "\\",
          "漢字",
          "שלום",
          "👩‍🚀",
          "%s",
          "'; --");

  private static final int MOST_WORDS = 12;

  /** One reaction in so many is a withdrawal. */
  private static final int WITHDRAWALS = 4;

  private final String name;
  private final Mix mix;
  private final Map<Long, RoomLedger> rooms;
  private final List<Long> roomIds;
  private final Map<Long, List<Long>> own = new HashMap<>();
  private final RandomGenerator random;
  private int count;

  /** Writes into these rooms, and knows of each what the client was shown. */
  Author(String name, Mix mix, Map<Long, RoomLedger> rooms, RandomGenerator random) {
    this.name = name;
    this.mix = mix;
    this.rooms = rooms;
    this.random = random;
    roomIds = List.copyOf(rooms.keySet());
    roomIds.forEach(room -> own.put(room, new ArrayList<>()));
  }

  /** Where there is nothing to change yet, it is a new message. */
  Idea next() {
    long roomId = roomIds.get(random.nextInt(roomIds.size()));
    int choice = random.nextInt(mix.total());
    Operation change = null;
    if (choice < mix.edit()) {
      Long seq = anyOwn(roomId, false);
      change = seq == null ? null : new Edit(seq, content());
    } else if (choice < mix.edit() + mix.delete()) {
      Long seq = anyOwn(roomId, true);
      change = seq == null ? null : new Delete(seq);
    } else if (choice < mix.edit() + mix.delete() + mix.react()) {
      change = reaction(roomId);
    }
    return new Idea(
        roomId, change == null ? new Send(UUID.randomUUID().toString(), content()) : change);
  }

  /** A message of one's own is stored, and may be changed from now on. */
  void sent(long roomId, long seq) {
    List<Long> seqs = ownIn(roomId);
    seqs.add(seq);
    if (seqs.size() > WITHIN_SIGHT) {
      seqs.removeFirst();
    }
  }

  private @Nullable Long anyOwn(long roomId, boolean forTheLastTime) {
    List<Long> seqs = ownIn(roomId);
    if (seqs.isEmpty()) {
      return null;
    }
    int index = random.nextInt(seqs.size());
    return forTheLastTime ? seqs.remove(index) : seqs.get(index);
  }

  private List<Long> ownIn(long roomId) {
    return own.computeIfAbsent(roomId, room -> new ArrayList<>());
  }

  private @Nullable Operation reaction(long roomId) {
    RoomLedger room = rooms.get(roomId);
    MessageState message = room == null ? null : room.anyOfTheNewest(WITHIN_SIGHT, random);
    String emoji = EMOJI.get(random.nextInt(EMOJI.size()));
    boolean on = random.nextInt(WITHDRAWALS) > 0;
    return message == null ? null : new React(message.seq(), emoji, on);
  }

  private String content() {
    StringBuilder text = new StringBuilder(name).append(" says ").append(++count).append(':');
    int words = 1 + random.nextInt(MOST_WORDS);
    for (int i = 0; i < words; i++) {
      text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}
