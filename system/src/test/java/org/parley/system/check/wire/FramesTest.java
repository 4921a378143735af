package org.parley.system.check.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.system.check.ledger.MessageState;
import org.parley.system.check.ledger.MessageState.Reaction;
import org.parley.system.check.ledger.Operation.Delete;
import org.parley.system.check.ledger.Operation.Edit;
import org.parley.system.check.ledger.Operation.React;
import org.parley.system.check.ledger.Operation.Send;
import org.parley.system.check.ledger.RoomLedger.Change;

class FramesTest {

  @Test
  void saysWhatTheProtocolSays() {
    assertThat(Frames.join(3)).isEqualTo("{\"type\":\"join_room\",\"room_id\":3}");
    assertThat(Frames.resume(3, 41, "e"))
        .isEqualTo("{\"type\":\"join_room\",\"room_id\":3,\"after\":41,\"epoch\":\"e\"}");
    assertThat(Frames.of(3, new Send("id", "line\nbreak")))
        .isEqualTo(
            "{\"type\":\"send_message\",\"room_id\":3,\"client_msg_id\":\"id\",\"content\":\"line\\nbreak\"}");
    assertThat(Frames.of(3, new Edit(5, "mended")))
        .isEqualTo("{\"type\":\"edit_message\",\"room_id\":3,\"seq\":5,\"content\":\"mended\"}");
    assertThat(Frames.of(3, new Delete(5)))
        .isEqualTo("{\"type\":\"delete_message\",\"room_id\":3,\"seq\":5}");
    assertThat(Frames.of(3, new React(5, "👍", false)))
        .isEqualTo("{\"type\":\"react\",\"room_id\":3,\"seq\":5,\"emoji\":\"👍\",\"on\":false}");
  }

  @Test
  void readsAMessageFromTheSocketAndFromHistoryAlike() {
    String common =
        """
        "seq":5,"change_seq":9,"user_id":7,"username":"ada","client_msg_id":"id","content":"tea",
        "reactions":[{"emoji":"👍","count":2,"user_ids":[8,7]}]
        """;
    Change change =
        Frames.change(
            Frames.read("{\"type\":\"message_changed\",\"created_at\":1795428930," + common + "}"));
    MessageState stored =
        Frames.message(Frames.read("{\"created_at\":\"2026-11-23T09:17:11.25Z\"," + common + "}"));

    assertThat(change.sent()).isFalse();
    assertThat(change.changeSeq()).isEqualTo(9);
    assertThat(change.message()).isEqualTo(stored);
    assertThat(stored.reactions())
        .containsExactlyInAnyOrder(new Reaction("👍", 7), new Reaction("👍", 8));
  }

  @Test
  void knowsARemovedMessageInBothSpellings() {
    assertThat(Frames.message(Frames.read("{\"seq\":5,\"deleted_at_ms\":1}")).deleted()).isTrue();
    assertThat(Frames.message(Frames.read("{\"seq\":5,\"deleted_at\":\"2026\"}")).deleted())
        .isTrue();
    assertThat(Frames.message(Frames.read("{\"seq\":5}")).deleted()).isFalse();
  }

  @Test
  void takesNothingButObjects() {
    assertThat(Frames.read("[]")).isNull();
    assertThat(Frames.read("{\"type\":")).isNull();
  }
}
