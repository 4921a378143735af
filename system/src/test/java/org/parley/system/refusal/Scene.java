package org.parley.system.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.system.storage.Secrets;
import org.parley.system.support.AdminRights;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TokenSigner;
import org.parley.system.support.Visitor;

/** Who and what bad requests are about, and what must be after them as it was before. */
final class Scene implements AutoCloseable {

  private final RunningSystem system;
  private final Visitor me;
  private final Visitor other;
  private final Visitor admin;
  private final long room;
  private final long secret;
  private final long session;
  private final OddTokens tokens;
  private final Connection users;
  private final Connection chat;

  Scene(RunningSystem system) throws SQLException {
    this.system = system;
    this.me = Visitor.signUp(system, "me");
    this.other = Visitor.signUp(system, "other");
    AdminRights.takeFromAll(system);
    this.admin = AdminRights.give(system, Visitor.signUp(system, "admin"));
    this.room = me.createRoom(Visitor.freshName("room"), "public");
    this.secret = other.createRoom(Visitor.freshName("secret"), "private");
    this.session =
        other.api().get("/api/v1/users/me/sessions").body().at("/sessions/0/id").asLong();
    me.say(room, "mine");
    me.say(room, "removed");
    me.api().delete("/api/v1/rooms/" + room + "/messages/2");
    other.api().post("/api/v1/rooms/" + room + "/join", Map.of());
    other.say(room, "another's");
    Path data = Path.of(system.description().dataFolder());
    this.tokens = new OddTokens(TokenSigner.of(system.signingKey()), me);
    Secrets secrets = Secrets.of(data);
    this.users = database("parley_users", secrets.users());
    this.chat = database("parley_chat", secrets.chat());
  }

  Visitor me() {
    return me;
  }

  /** The only one. */
  Visitor admin() {
    return admin;
  }

  OddTokens tokens() {
    return tokens;
  }

  Api api(Attempt.At at) {
    return Api.at(
        switch (at) {
          case ORIGIN, EDGE -> system.origin("/");
          case USER_SERVICE -> system.userService("/");
          case CHAT_SERVICE -> system.chat(0, "/");
        });
  }

  /** Whether nginx is at the origin. */
  boolean isBehindNginx() {
    Api.Answer page = api(Attempt.At.EDGE).get("/");
    return page.http().headers().firstValue("Server").orElse("").startsWith("nginx");
  }

  /**
   * Puts in {@code {room}}, where I am, {@code {secret}}, the private room of {@code {other}},
   * {@code {me}}, {@code {admin}}, the only one, {@code {session}}, which is another's, and {@code
   * {fresh}}, a name nobody has.
   */
  String fill(String text) {
    return text.replace("{room}", Long.toString(room))
        .replace("{secret}", Long.toString(secret))
        .replace("{me}", Long.toString(me.id()))
        .replace("{other}", Long.toString(other.id()))
        .replace("{session}", Long.toString(session))
        .replace("{admin}", Long.toString(admin.id()))
        .replace("{adminpassword}", admin.password())
        .replace("{username}", me.username())
        .replace("{password}", me.password())
        .replace("{fresh}", Visitor.freshName("new"));
  }

  /** How much of everything is stored; what the probe stores meanwhile is in a room below 1. */
  Map<String, Long> stored() throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String table : new String[] {"users", "sessions", "refresh_tokens"}) {
      counts.put(table, number(users, "select count(*) from " + table));
    }
    for (String table : new String[] {"room_members", "messages"}) {
      counts.put(table, number(chat, "select count(*) from " + table + " where room_id > 0"));
    }
    counts.put("rooms", number(chat, "select count(*) from rooms where id > 0"));
    counts.put(
        "changes",
        number(chat, "select sum(change_seq + members_version) from rooms where id > 0"));
    return counts;
  }

  /** Both services answer the next good request. */
  void assertGoesOn() {
    assertThat(me.api().get("/api/v1/users/me").status()).isEqualTo(200);
    assertThat(me.api().get("/api/v1/rooms/" + room).status()).isEqualTo(200);
  }

  private Connection database(String name, String password) throws SQLException {
    int port = system.description().postgres().port();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + name, name, password);
  }

  private static long number(Connection database, String query) throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    users.close();
    chat.close();
  }
}
