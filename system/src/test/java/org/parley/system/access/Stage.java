package org.parley.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.parley.system.support.Visitor;

/**
 * A room with its people and one message, seq 1, which is the member's; and what names stand for.
 */
final class Stage {

  /** Who asks: a person, and the token they show, null for none. */
  record Who(Visitor person, String token) {}

  /** Operations that name something else than these say so in their {@link Row}. */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("room_id", "{room}"),
          Map.entry("rooms/id", "{room}"),
          Map.entry("users/id", "{subject}"),
          Map.entry("sessions/id", "{session}"),
          Map.entry("session_id", "{session}"),
          Map.entry("user", "{subject}"),
          Map.entry("user_id", "{subject}"),
          Map.entry("user_ids", "{subject}"),
          Map.entry("seq", "1"),
          Map.entry("invitation", "{invitation}"),
          Map.entry("content", "what is tried"),
          Map.entry("emoji", "👍"),
          Map.entry("client_msg_id", "{uuid}"),
          Map.entry("name", "what is tried"),
          Map.entry("username", "{username}"),
          Map.entry("email", "{fresh}@example.org"),
          Map.entry("password", "{password}"),
          Map.entry("token", "{token}"));

  private final Cast cast;
  private final long room;

  private Stage(Cast cast, long room) {
    this.cast = cast;
    this.room = room;
  }

  /** A new one; about no room, there is none. */
  static Stage of(Cast cast, Door door) throws SQLException {
    if (door == Door.NONE) {
      return new Stage(cast, 0);
    }
    long room = cast.owner().createRoom(Visitor.freshName("room"), "public");
    for (Visitor member : new Visitor[] {cast.member(), cast.subject()}) {
      assertThat(member.api().post("/api/v1/rooms/" + room + "/join", Map.of()).status())
          .isEqualTo(200);
    }
    cast.member().say(room, "the member's");
    switch (door) {
      case PRIVATE -> change(cast, "update rooms set type = 'private' where id = ?", room);
      case DIRECT -> {
        // Two people have one only, and each stage is to be new.
        change(cast, "update rooms set type = 'direct', name = '' where id = ?", room);
        change(cast, "update room_members set role = 'member' where room_id = ?", room);
        change(
            cast,
            "delete from room_members where user_id = " + cast.subject().id() + " and room_id = ?",
            room);
      }
      case NONE, PUBLIC -> {}
    }
    return new Stage(cast, room);
  }

  private static void change(Cast cast, String statement, long room) throws SQLException {
    try (PreparedStatement sql = cast.chat().prepareStatement(statement)) {
      sql.setLong(1, room);
      sql.executeUpdate();
    }
  }

  /** A new one to the room; nobody is invited to a direct one. */
  private JsonNode invitation() {
    return cast.owner().api().post("/api/v1/rooms/" + room + "/invitations", Map.of()).body();
  }

  Cast cast() {
    return cast;
  }

  /** What a name stands for; null where an operation goes without. */
  String value(String name, Map<String, String> names, Who who) {
    String value = names.getOrDefault(name, USUAL.get(name));
    if ("{newcomer}".equals(value)) {
      return Long.toString(Visitor.signUp(cast.system(), "newcomer").id());
    }
    if ("{invitation}".equals(value)) {
      return Long.toString(invitation().path("id").asLong());
    }
    if ("{invited}".equals(value)) {
      return invitation().path("token").asText();
    }
    return value == null
        ? null
        : value
            .replace("{room}", Long.toString(room))
            .replace("{subject}", Long.toString(cast.subject().id()))
            .replace("{fresh}", Visitor.freshName("fresh"))
            .replace("{uuid}", UUID.randomUUID().toString())
            .replace("{username}", who.person().username())
            .replace("{password}", who.person().password())
            .replace("{session}", Cast.session(who.token()))
            .replace("{token}", who.token() == null ? "none" : who.token());
  }

  /** What the room has gone through: another text after every change. */
  String state() throws SQLException {
    try (PreparedStatement sql =
        cast.chat()
            .prepareStatement(
                """
                select concat_ws(' ', last_seq, change_seq, members_version,
                    (select count(*) from room_members where room_id = id))
                from rooms where id = ?\
                """)) {
      sql.setLong(1, room);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? row.getString(1) : "none";
      }
    }
  }

  /** How many rooms, memberships and messages there are. */
  static String stored(Connection chat) throws SQLException {
    try (PreparedStatement sql =
            chat.prepareStatement(
                """
                select concat_ws(' ', (select count(*) from rooms where id > 0),
                    (select count(*) from room_members where room_id > 0),
                    (select sum(change_seq) from rooms where id > 0))\
                """);
        ResultSet row = sql.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
