package org.parley.chat.rpc;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.chat.room.MemberView;
import org.parley.chat.room.NewRoom;
import org.parley.chat.room.RoomChanges;
import org.parley.chat.room.RoomView;
import org.parley.contract.rooms.v1.CreateRoomRequest;
import org.parley.contract.rooms.v1.Member;
import org.parley.contract.rooms.v1.Peer;
import org.parley.contract.rooms.v1.Role;
import org.parley.contract.rooms.v1.Room;
import org.parley.contract.rooms.v1.RoomType;
import org.parley.contract.rooms.v1.UpdateRoomRequest;
import org.parley.contract.rpc.Protos;

/** Rooms and members between the façades and {@code room_service.proto}. */
final class RoomMessages {

  private static final String TYPE = "ROOM_TYPE_";
  private static final String ROLE = "ROLE_";

  private RoomMessages() {}

  static NewRoom newRoom(CreateRoomRequest request) {
    RoomType wanted =
        request.getType() == RoomType.ROOM_TYPE_UNSPECIFIED
            ? RoomType.ROOM_TYPE_PUBLIC
            : request.getType();
    // What we do not know is for the façade to refuse.
    String type = wanted.name().replace(TYPE, "").toLowerCase(Locale.ROOT);
    return new NewRoom(
        request.getName(),
        request.getDescription(),
        type,
        request.hasUserId() ? request.getUserId() : null);
  }

  static RoomChanges changes(UpdateRoomRequest request) {
    return new RoomChanges(
        request.hasName() ? request.getName() : null,
        request.hasTopic() ? request.getTopic() : null,
        request.hasDescription() ? request.getDescription() : null);
  }

  static Room room(RoomView view) {
    Room.Builder room = Room.newBuilder();
    RoomView.Peer peer = view.peer();
    if (peer != null) {
      room.setPeer(Peer.newBuilder().setUserId(peer.id()).setUsername(peer.username()));
    }
    return room.setId(view.id())
        .setName(view.name())
        .setDescription(view.description())
        .setType(RoomType.valueOf(TYPE + view.type().toUpperCase(Locale.ROOT)))
        .setCreatedBy(view.createdBy())
        .setCreatedAt(Protos.timestamp(view.createdAt()))
        .setMemberCount(view.memberCount())
        .setLastSeq(view.lastSeq())
        .setMyRole(role(view.role()))
        .setTopic(view.topic())
        .setMuted(Boolean.TRUE.equals(view.muted()))
        .build();
  }

  static List<Room> rooms(RoomView.Page page) {
    return page.rooms().stream().map(RoomMessages::room).toList();
  }

  static Member member(MemberView view) {
    return Member.newBuilder()
        .setUserId(view.userId())
        .setUsername(view.username())
        .setRole(role(view.role()))
        .setJoinedAt(Protos.timestamp(view.joinedAt()))
        .build();
  }

  private static Role role(@Nullable String role) {
    return role == null
        ? Role.ROLE_UNSPECIFIED
        : Role.valueOf(ROLE + role.toUpperCase(Locale.ROOT));
  }
}
