package org.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.parley.chat.support.Api.Answer;
import org.parley.chat.support.ChatService;
import org.parley.chat.support.ChatService.Someone;
import org.parley.chat.support.ServiceDatabase;

/** Who is in rooms, while nobody can be asked for names; run by {@link ChatServiceIT}. */
interface PeopleOverRest {

  @Test
  default void findsMembersByTheBeginningOfTheirName() throws Exception {
    Someone ada = ChatService.someone("Ada_1");
    long id = ada.createRoom("public");
    String members = "/api/v1/rooms/" + id + "/members";
    Someone cleo = ChatService.someone("cleo");
    assertThat(cleo.api().get(members + "?query=a").body().path("code").asText())
        .isEqualTo("not_member");
    for (Someone one : List.of(cleo, ChatService.someone("adam"), ChatService.someone("adb"))) {
      one.api().post("/api/v1/rooms/" + id + "/join", Map.of());
    }
    assertThat(called(ada, members + "?query=aDA")).containsExactly("Ada_1", "adam");
    assertThat(called(ada, members + "?query=ada_")).containsExactly("Ada_1");
    assertThat(called(ada, members + "?query=%25")).isEmpty();
    assertThat(called(ada, members + "?query=dam")).isEmpty();
    Answer first = ada.api().get(members + "?query=ad&limit=2");
    assertThat(names(first)).containsExactly("Ada_1", "adam");
    assertThat(first.body().path("has_more").asBoolean()).isTrue();
    long last = first.body().at("/members/1/user_id").asLong();
    assertThat(called(ada, members + "?query=ad&limit=2&after=" + last)).containsExactly("adb");
  }

  @Test
  default void findsTheLastOfManyMembers() throws Exception {
    Someone ada = ChatService.someone("ada");
    long id = ada.createRoom("public");
    ServiceDatabase.execute(
        """
        insert into room_members (room_id, user_id, role, username)
        select %d, 1000000 + n, 'member', 'guest-' || n from generate_series(1, 12000) n
        """
            .formatted(id));
    String members = "/api/v1/rooms/" + id + "/members?query=";
    assertThat(called(ada, members + "GUEST-12000")).containsExactly("guest-12000");
    assertThat(called(ada, members + "guest-1199&limit=3"))
        .containsExactly("guest-1199", "guest-11990", "guest-11991");
  }

  /** Who came before names were noted has the stand-in of whom nobody knows. */
  @Test
  default void findsMembersWhoseNameIsNotNoted() throws Exception {
    Someone uma = ChatService.someone("uma");
    long id = uma.createRoom("public");
    ServiceDatabase.execute(
        """
        insert into room_members (room_id, user_id, role, username)
        select %d, n, 'member', case n when 77 then 'user-seventy' end
        from generate_series(70, 80) n
        """
            .formatted(id));
    String members = "/api/v1/rooms/" + id + "/members?query=";
    assertThat(called(uma, members + "user-7&limit=3"))
        .containsExactly("user-70", "user-71", "user-72");
    assertThat(called(uma, members + "USER-&after=75"))
        .containsExactly("user-76", "user-seventy", "user-78", "user-79", "user-80");
    assertThat(called(uma, members + "user-s")).containsExactly("user-seventy");
    assertThat(called(uma, members + "u&after=80")).containsExactly("uma");
  }

  @Test
  default void tellsWhomADirectRoomIsWith() throws Exception {
    Someone ada = ChatService.someone("ada");
    Someone ben = ChatService.someone("ben");
    ServiceDatabase.execute(
        "select open_direct_room(%d, 'ada', %d, 'ben')".formatted(ada.id(), ben.id()));
    String room = "/api/v1/rooms/" + mine(ada).path("id").asLong();
    assertThat(mine(ada).at("/peer/id").asLong()).isEqualTo(ben.id());
    assertThat(mine(ada).at("/peer/username").asText()).isEqualTo("ben");
    assertThat(mine(ben).at("/peer/username").asText()).isEqualTo("ada");
    assertThat(ada.api().get(room).body().path("peer")).isEqualTo(mine(ada).path("peer"));
    assertThat(ChatService.someone("cleo").api().get(room).status()).isEqualTo(404);

    ServiceDatabase.execute(
        "select remove_deleted(room_id, %d) from room_members where user_id = %d"
            .formatted(ben.id(), ben.id()));
    assertThat(mine(ada).at("/peer/username").asText()).isEqualTo("deleted user");
  }

  /** The one room of theirs. */
  private static JsonNode mine(Someone person) throws Exception {
    Answer page = person.api().get("/api/v1/users/me/rooms");
    assertThat(page.body().path("rooms")).as(page.text()).hasSize(1);
    return page.body().at("/rooms/0");
  }

  /** Whoever writes meanwhile. */
  @Test
  default void countsWhatIsUnreadUpToTheLastMessageOfTheView() throws Exception {
    Someone ada = ChatService.someone("ada");
    Someone ben = ChatService.someone("ben");
    long room = ada.createRoom("public");
    ben.api().post("/api/v1/rooms/" + room + "/join", Map.of());
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Integer> writing =
          threads.submit(
              () -> {
                int written = 0;
                while (written < 40 && ben.post(room, "m", null).status() == 200) {
                  written++;
                }
                return written;
              });
      do {
        JsonNode view = mine(ada);
        long behind = view.path("last_seq").asLong() - view.path("last_read_seq").asLong();
        assertThat(view.path("unread").asLong()).as("%s", view).isEqualTo(behind);
      } while (!writing.isDone());
      assertThat(writing.get()).isEqualTo(40);
    }
  }

  private static List<String> called(Someone reader, String path) throws Exception {
    Answer page = reader.api().get(path);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return names(page);
  }

  private static List<String> names(Answer page) {
    return StreamSupport.stream(page.body().path("members").spliterator(), false)
        .map(member -> member.path("username").asText())
        .toList();
  }
}
