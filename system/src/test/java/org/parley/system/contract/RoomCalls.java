package org.parley.system.contract;

import java.util.Map;
import org.parley.system.support.Api;
import org.parley.system.support.Api.Answer;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/**
 * The operations about rooms.
 *
 * @param room a public one of hers
 * @param secret the path of a private one that is not
 */
record RoomCalls(RunningSystem system, Visitor ada, long room, String secret) {

  private static final String USERS = "/api/v1/users/";
  private static final String ROOMS = "/api/v1/rooms";
  private static final String INVITATIONS = "/invitations";

  Calls call(String operation) {
    String here = ROOMS + "/" + room;
    Api mine = ada.api();
    return switch (operation) {
      case "listMyRooms" ->
          new Calls(mine.get(USERS + "me/rooms?limit=1"), mine.get(USERS + "0/rooms"), 403);
      case "createRoom" -> new Calls(createRoom(Visitor.freshName("new")), createRoom(" "), 400);
      case "listRooms" ->
          new Calls(mine.get(ROOMS + "?query=R&limit=2"), mine.get(ROOMS + "?limit=0"), 400);
      case "getRoom" -> new Calls(mine.get(here), mine.get(secret), 404);
      case "joinRoom" ->
          new Calls(
              mine.post(here + "/join", Map.of()), mine.post(secret + "/join", Map.of()), 404);
      case "leaveRoom" -> {
        String left = ROOMS + "/" + ada.createRoom(Visitor.freshName("left"), "public");
        yield new Calls(
            mine.post(left + "/leave", Map.of()), mine.post(secret + "/leave", Map.of()), 404);
      }
      case "listMembers" ->
          new Calls(mine.get(here + "/members"), mine.get(secret + "/members"), 404);
      case "kickMember" -> {
        Visitor eve = Visitor.signUp(system, "eve");
        eve.api().post(here + "/join", Map.of());
        yield new Calls(
            mine.delete(here + "/members/" + eve.id()), mine.delete(here + "/members/0"), 404);
      }
      case "changeRoom" ->
          new Calls(mine.patch(here, Map.of("topic", "Fog")), mine.patch(secret, Map.of()), 404);
      case "muteRoom" ->
          new Calls(
              mine.put(here + "/mute", Map.of("muted", false)),
              mine.put(secret + "/mute", Map.of("muted", false)),
              404);
      case "makeInvitation" -> new Calls(invite(), mine.post(secret + INVITATIONS, Map.of()), 404);
      case "listInvitations" ->
          new Calls(mine.get(here + INVITATIONS), mine.get(secret + INVITATIONS), 404);
      case "withdrawInvitation" ->
          new Calls(
              mine.delete(here + INVITATIONS + "/" + invite().body().path("id").asLong()),
              mine.delete(here + INVITATIONS + "/0"),
              404);
      case "lookAtInvitation" -> show("lookup");
      case "acceptInvitation" -> show("accept");
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private Calls show(String step) {
    Api mine = Visitor.signUp(system, "eve").api();
    String path = "/api/v1/invitations/" + step;
    return new Calls(
        mine.post(path, Map.of("token", invite().body().path("token").asText())),
        mine.post(path, Map.of("token", "none")),
        404);
  }

  private Answer invite() {
    return ada.api().post(ROOMS + "/" + room + INVITATIONS, Map.of("max_uses", 3));
  }

  private Answer createRoom(String name) {
    return ada.api().post(ROOMS, Map.of("name", name));
  }
}
