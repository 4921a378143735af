package org.parley.system.access;

import static org.parley.system.access.Caller.ENDED;
import static org.parley.system.access.Transport.REST;
import static org.parley.system.access.Transport.RPC;
import static org.parley.system.access.Transport.SOCKET;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may do what: the table, a line for each operation. What is in a contract and not here, or
 * here and in no contract, fails {@code AccessIT}.
 */
final class AccessTable {

  private static final List<Row> ROWS = new ArrayList<>();

  static {
    rest();
    rpc();
    socket();
  }

  private AccessTable() {}

  static List<Row> rows() {
    return List.copyOf(ROWS);
  }

  private static void rest() {
    row(REST, "POST /api/v1/users/register", Rule.ANYBODY).naming("username", "{fresh}");
    row(REST, "POST /api/v1/users/login", Rule.ANYBODY).naming("email", "{username}@example.org");
    row(REST, "POST /api/v1/users/refresh", Rule.REFRESH_TOKEN_HOLDERS)
        .remarking("without a refresh token");
    // Who is signed out already has what they ask for.
    row(REST, "POST /api/v1/users/logout", Rule.SIGNED_IN).but(ENDED, Rule.YES).spendingTheCaller();
    row(REST, "GET /api/v1/users/me", Rule.SIGNED_IN);
    row(REST, "PATCH /api/v1/users/me", Rule.SIGNED_IN);
    row(REST, "DELETE /api/v1/users/me", Rule.SIGNED_IN).spendingTheCaller();
    row(REST, "PUT /api/v1/users/me/password", Rule.SIGNED_IN)
        .naming("current_password", "{password}")
        .naming("new_password", "another horse {uuid}")
        .spendingTheCaller();
    row(REST, "GET /api/v1/users/me/sessions", Rule.SIGNED_IN);
    row(REST, "DELETE /api/v1/users/me/sessions", Rule.SIGNED_IN).spendingTheCaller();
    row(REST, "DELETE /api/v1/users/me/sessions/{id}", Rule.SIGNED_IN).spendingTheCaller();
    row(REST, "GET /api/v1/users/me/export", Rule.SIGNED_IN);
    row(REST, "GET /api/v1/users/{id}", Rule.SIGNED_IN).openTo("id");
    row(REST, "GET /api/v1/users/{user}/rooms", Rule.SIGNED_IN)
        .naming("user", "me")
        .remarking("my own");
    row(REST, "GET /api/v1/users/{user}/rooms", Rule.SOMEBODY_ELSE).remarking("another's");
    row(REST, "POST /api/v1/rooms", Rule.SIGNED_IN);
    row(REST, "GET /api/v1/rooms", Rule.SIGNED_IN);
    inRooms(REST, "GET /api/v1/rooms/{id}", Rule.SEES);
    inRooms(REST, "POST /api/v1/rooms/{id}/join", Rule.SEES);
    inRooms(REST, "PATCH /api/v1/rooms/{id}", Rule.OWNER);
    inRooms(REST, "POST /api/v1/rooms/{id}/leave", Rule.SEES_AND_MAY_GO);
    inRooms(REST, "PUT /api/v1/rooms/{id}/mute", Rule.INSIDE);
    inRooms(REST, "POST /api/v1/rooms/{id}/invitations", Rule.OWNER);
    inRooms(REST, "GET /api/v1/rooms/{id}/invitations", Rule.OWNER);
    inRooms(REST, "DELETE /api/v1/rooms/{id}/invitations/{invitation}", Rule.OWNER);
    invited(REST, "POST /api/v1/invitations/lookup");
    invited(REST, "POST /api/v1/invitations/accept");
    inRooms(REST, "GET /api/v1/rooms/{id}/members", Rule.SEES);
    inRooms(REST, "DELETE /api/v1/rooms/{id}/members/{user}", Rule.OWNER);
    inRooms(REST, "GET /api/v1/rooms/{id}/messages", Rule.SEES);
    // Beyond the last message means that one.
    inRooms(REST, "POST /api/v1/rooms/{id}/read", Rule.MEMBERS).forEach(row -> row.openTo("seq"));
    inRooms(REST, "GET /api/v1/rooms/{id}/messages/{seq}", Rule.INSIDE);
    inRooms(REST, "PATCH /api/v1/rooms/{id}/messages/{seq}", Rule.AUTHOR);
    inRooms(REST, "DELETE /api/v1/rooms/{id}/messages/{seq}", Rule.AUTHOR_OR_OWNER);
    inRooms(REST, "PUT /api/v1/rooms/{id}/messages/{seq}/reactions/{emoji}", Rule.MEMBERS);
    inRooms(REST, "DELETE /api/v1/rooms/{id}/messages/{seq}/reactions/{emoji}", Rule.MEMBERS);
    inRooms(REST, "POST /api/v1/messages", Rule.MEMBERS);
    row(REST, "GET /api/v1/messages/export", Rule.SIGNED_IN);
    admin();
    row(REST, "GET /.well-known/jwks.json", Rule.ANYBODY);
    row(REST, "GET /openapi", Rule.ANYBODY);
  }

  private static void admin() {
    row(REST, "POST /api/v1/admin/claim", Rule.SOMEBODY_ELSE)
        .remarking("without the token of the file");
    for (String operation :
        List.of(
            "GET /api/v1/admin/audit",
            "GET /api/v1/admin/users",
            "POST /api/v1/admin/users/{id}/deactivate",
            "POST /api/v1/admin/users/{id}/activate",
            "POST /api/v1/admin/users/{id}/logout",
            "PUT /api/v1/admin/users/{id}/role")) {
      row(REST, operation, Rule.ADMINS).naming("id", "{newcomer}");
    }
  }

  private static void rpc() {
    row(RPC, "UserService/Register", Rule.ANYBODY).naming("username", "{fresh}");
    row(RPC, "UserService/Login", Rule.ANYBODY).naming("email", "{username}@example.org");
    row(RPC, "UserService/Refresh", Rule.REFRESH_TOKEN_HOLDERS)
        .remarking("without a refresh token");
    row(RPC, "UserService/Logout", Rule.SIGNED_IN).but(ENDED, Rule.YES).spendingTheCaller();
    row(RPC, "UserService/GetMe", Rule.SIGNED_IN);
    row(RPC, "UserService/GetUser", Rule.SIGNED_IN).openTo("user_id");
    row(RPC, "RoomService/CreateRoom", Rule.SIGNED_IN).naming("user_id", "{subject}");
    row(RPC, "RoomService/ListRooms", Rule.SIGNED_IN);
    row(RPC, "RoomService/ListMyRooms", Rule.SIGNED_IN);
    inRooms(RPC, "RoomService/GetRoom", Rule.SEES);
    inRooms(RPC, "RoomService/JoinRoom", Rule.SEES);
    inRooms(RPC, "RoomService/UpdateRoom", Rule.OWNER);
    inRooms(RPC, "RoomService/LeaveRoom", Rule.SEES_AND_MAY_GO);
    inRooms(RPC, "RoomService/MuteRoom", Rule.INSIDE);
    inRooms(RPC, "RoomService/ListMembers", Rule.SEES);
    inRooms(RPC, "RoomService/KickMember", Rule.OWNER);
    inRooms(RPC, "ChatService/SendMessage", Rule.MEMBERS);
    inRooms(RPC, "ChatService/EditMessage", Rule.AUTHOR);
    inRooms(RPC, "ChatService/DeleteMessage", Rule.AUTHOR_OR_OWNER);
    inRooms(RPC, "ChatService/AddReaction", Rule.MEMBERS);
    inRooms(RPC, "ChatService/RemoveReaction", Rule.MEMBERS);
    inRooms(RPC, "ChatService/ListMessages", Rule.SEES);
    inRooms(RPC, "ChatService/StreamRoom", Rule.SEES);
    row(RPC, "UserDirectoryService/GetUser", Rule.SERVICES);
    row(RPC, "UserDirectoryService/BatchGetUsers", Rule.SERVICES);
    row(RPC, "UserDirectoryService/ListRevokedSessions", Rule.SERVICES);
    row(RPC, "UserDirectoryService/ListDeletedUsers", Rule.SERVICES);
  }

  private static void socket() {
    row(SOCKET, "auth", Rule.SIGNED_IN);
    // A worn-out token ends the socket before anything else is said on it.
    row(SOCKET, "ping", Rule.ANYBODY)
        .but(Caller.EXPIRED, "unauthorized")
        .but(ENDED, "unauthorized");
    inRooms(SOCKET, "join_room", Rule.SEES);
    inRooms(SOCKET, "leave_room", Rule.SIGNED_IN).forEach(row -> row.openTo("room_id"));
    inRooms(SOCKET, "send_message", Rule.MEMBERS);
    inRooms(SOCKET, "edit_message", Rule.AUTHOR);
    inRooms(SOCKET, "delete_message", Rule.AUTHOR_OR_OWNER);
    inRooms(SOCKET, "react", Rule.MEMBERS);
    inRooms(SOCKET, "mark_read", Rule.MEMBERS).forEach(row -> row.openTo("seq"));
    inRooms(SOCKET, "typing", Rule.IN_THE_ROOM);
  }

  private static Row row(Transport transport, String operation, Rule rule) {
    Row row = Row.of(transport, operation, rule);
    ROWS.add(row);
    return row;
  }

  private static List<Row> inRooms(Transport transport, String operation, Rule rule) {
    List<Row> rows =
        Row.inRooms(transport, operation, rule, Door.PUBLIC, Door.PRIVATE, Door.DIRECT);
    ROWS.addAll(rows);
    return rows;
  }

  /** By whoever has the token; nobody is invited to a direct room. */
  private static void invited(Transport transport, String operation) {
    List<Row> rows = Row.inRooms(transport, operation, Rule.SIGNED_IN, Door.PUBLIC, Door.PRIVATE);
    rows.forEach(row -> ROWS.add(row.naming("token", "{invited}")));
  }
}
