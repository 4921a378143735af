package org.parley.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.rpc.RpcClient.refusal;

import org.junit.jupiter.api.Test;
import org.parley.contract.rooms.v1.CreateRoomRequest;
import org.parley.contract.rooms.v1.GetRoomRequest;
import org.parley.contract.rooms.v1.JoinRoomRequest;
import org.parley.contract.rooms.v1.LeaveRoomRequest;
import org.parley.contract.rooms.v1.ListMembersRequest;
import org.parley.contract.rooms.v1.ListMyRoomsRequest;
import org.parley.contract.rooms.v1.ListRoomsRequest;
import org.parley.contract.rooms.v1.Role;
import org.parley.contract.rooms.v1.Room;
import org.parley.contract.rooms.v1.RoomType;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

@WithRunningSystem
class RoomServiceRpcIT {

  private final RunningSystem system;

  RoomServiceRpcIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void createsFindsJoinsAndLeavesRooms() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    String name = Visitor.freshName("harbour");
    try (RpcClient a = connect(ada);
        RpcClient b = connect(ben)) {
      Room room =
          a.rooms().createRoom(CreateRoomRequest.newBuilder().setName(name).build()).getRoom();
      assertThat(room.getType()).isEqualTo(RoomType.ROOM_TYPE_PUBLIC);
      assertThat(room.getMyRole()).isEqualTo(Role.ROLE_OWNER);

      ListRoomsRequest search =
          ListRoomsRequest.newBuilder().setQuery(name.toUpperCase(java.util.Locale.ROOT)).build();
      assertThat(b.rooms().listRooms(search).getRoomsList())
          .extracting(Room::getId, Room::getMyRole)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(room.getId(), Role.ROLE_UNSPECIFIED));
      JoinRoomRequest join = JoinRoomRequest.newBuilder().setRoomId(room.getId()).build();
      assertThat(b.rooms().joinRoom(join).getRoom().getMemberCount()).isEqualTo(2);
      assertThat(b.rooms().joinRoom(join).getRoom().getMyRole()).isEqualTo(Role.ROLE_MEMBER);
      assertThat(b.rooms().listMyRooms(ListMyRoomsRequest.getDefaultInstance()).getRoomsList())
          .extracting(Room::getId)
          .containsExactly(room.getId());

      ListMembersRequest page =
          ListMembersRequest.newBuilder().setRoomId(room.getId()).setLimit(1).build();
      var first = a.rooms().listMembers(page);
      assertThat(first.getHasMore()).isTrue();
      var second =
          a.rooms().listMembers(page.toBuilder().setAfter(first.getMembers(0).getUserId()).build());
      assertThat(second.getHasMore()).isFalse();
      assertThat(second.getMembers(0).getUsername()).isEqualTo(ben.username());

      LeaveRoomRequest leave = LeaveRoomRequest.newBuilder().setRoomId(room.getId()).build();
      b.rooms().leaveRoom(leave);
      b.rooms().leaveRoom(leave);
      assertThat(b.rooms().listMyRooms(ListMyRoomsRequest.getDefaultInstance()).getRoomsList())
          .isEmpty();
    }
  }

  @Test
  void refusesWithTheProblemsOfRest() {
    Visitor owner = Visitor.signUp(system, "owner");
    long secret = owner.createRoom(Visitor.freshName("secret"), "private");
    Visitor other = Visitor.signUp(system, "other");
    GetRoomRequest get = GetRoomRequest.newBuilder().setRoomId(secret).build();
    try (RpcClient mine = connect(owner);
        RpcClient theirs = connect(other);
        RpcClient nobody = RpcClient.to(system.description().chat().getFirst(), null)) {
      assertThat(mine.rooms().getRoom(get).getRoom().getType())
          .isEqualTo(RoomType.ROOM_TYPE_PRIVATE);
      assertThat(refusal(() -> theirs.rooms().getRoom(get))).isEqualTo("NOT_FOUND not_found");
      assertThat(
              refusal(
                  () ->
                      theirs
                          .rooms()
                          .joinRoom(JoinRoomRequest.newBuilder().setRoomId(secret).build())))
          .isEqualTo("NOT_FOUND not_found");
      assertThat(
              refusal(
                  () ->
                      theirs
                          .rooms()
                          .listMembers(ListMembersRequest.newBuilder().setRoomId(secret).build())))
          .isEqualTo("NOT_FOUND not_found");
      assertThat(refusal(() -> nobody.rooms().getRoom(get)))
          .isEqualTo("UNAUTHENTICATED unauthorized");
      assertThat(refusal(() -> mine.rooms().createRoom(CreateRoomRequest.getDefaultInstance())))
          .isEqualTo("INVALID_ARGUMENT validation_failed");
      assertThat(
              refusal(
                  () ->
                      mine.rooms()
                          .createRoom(
                              CreateRoomRequest.newBuilder()
                                  .setName("x")
                                  .setTypeValue(77)
                                  .build())))
          .isEqualTo("INVALID_ARGUMENT validation_failed");
      for (int limit : new int[] {-1, 101}) {
        assertThat(
                refusal(
                    () ->
                        mine.rooms()
                            .listRooms(ListRoomsRequest.newBuilder().setLimit(limit).build())))
            .isEqualTo("INVALID_ARGUMENT validation_failed");
      }
      assertThat(
              refusal(
                  () ->
                      mine.rooms().listRooms(ListRoomsRequest.newBuilder().setQuery("\0").build())))
          .isEqualTo("INVALID_ARGUMENT validation_failed");
    }
  }

  private RpcClient connect(Visitor visitor) {
    return RpcClient.to(system.description().chat().getFirst(), visitor.token());
  }
}
