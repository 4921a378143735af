package org.parley.chat.rpc;

import io.grpc.stub.StreamObserver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.identity.Person;
import org.parley.chat.lobby.Lobby;
import org.parley.chat.room.MemberView;
import org.parley.chat.room.People;
import org.parley.chat.room.RoomView;
import org.parley.chat.room.Rooms;
import org.parley.contract.Paging;
import org.parley.contract.rooms.v1.CreateRoomRequest;
import org.parley.contract.rooms.v1.CreateRoomResponse;
import org.parley.contract.rooms.v1.GetRoomRequest;
import org.parley.contract.rooms.v1.GetRoomResponse;
import org.parley.contract.rooms.v1.JoinRoomRequest;
import org.parley.contract.rooms.v1.JoinRoomResponse;
import org.parley.contract.rooms.v1.KickMemberRequest;
import org.parley.contract.rooms.v1.KickMemberResponse;
import org.parley.contract.rooms.v1.LeaveRoomRequest;
import org.parley.contract.rooms.v1.LeaveRoomResponse;
import org.parley.contract.rooms.v1.ListMembersRequest;
import org.parley.contract.rooms.v1.ListMembersResponse;
import org.parley.contract.rooms.v1.ListMyRoomsRequest;
import org.parley.contract.rooms.v1.ListMyRoomsResponse;
import org.parley.contract.rooms.v1.ListRoomsRequest;
import org.parley.contract.rooms.v1.ListRoomsResponse;
import org.parley.contract.rooms.v1.MuteRoomRequest;
import org.parley.contract.rooms.v1.MuteRoomResponse;
import org.parley.contract.rooms.v1.RoomServiceGrpc.RoomServiceImplBase;
import org.parley.contract.rooms.v1.UpdateRoomRequest;
import org.parley.contract.rooms.v1.UpdateRoomResponse;
import org.parley.contract.rpc.BearerToken;
import org.parley.contract.rpc.Unary;

/** {@code parley.rooms.v1.RoomService}; see the .proto file for the contract. Thread-safe. */
@Dependent
class RoomServiceEndpoint extends RoomServiceImplBase {

  private final Lobby lobby;
  private final Rooms rooms;
  private final People people;

  @Inject
  RoomServiceEndpoint(Lobby lobby, Rooms rooms, People people) {
    this.lobby = lobby;
    this.rooms = rooms;
    this.people = people;
  }

  @Override
  public void createRoom(CreateRoomRequest request, StreamObserver<CreateRoomResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          RoomView room = lobby.create(RoomMessages.newRoom(request), caller());
          return CreateRoomResponse.newBuilder().setRoom(RoomMessages.room(room)).build();
        });
  }

  @Override
  public void getRoom(GetRoomRequest request, StreamObserver<GetRoomResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          RoomView room = lobby.require(request.getRoomId(), caller());
          return GetRoomResponse.newBuilder().setRoom(RoomMessages.room(room)).build();
        });
  }

  @Override
  public void updateRoom(UpdateRoomRequest request, StreamObserver<UpdateRoomResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          RoomView room =
              lobby.change(request.getRoomId(), caller(), RoomMessages.changes(request));
          return UpdateRoomResponse.newBuilder().setRoom(RoomMessages.room(room)).build();
        });
  }

  @Override
  public void muteRoom(MuteRoomRequest request, StreamObserver<MuteRoomResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          RoomView room = lobby.mute(request.getRoomId(), caller(), request.getMuted());
          return MuteRoomResponse.newBuilder().setRoom(RoomMessages.room(room)).build();
        });
  }

  @Override
  public void listRooms(ListRoomsRequest request, StreamObserver<ListRoomsResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          RoomView.Page page =
              rooms.search(
                  caller(),
                  request.getQuery(),
                  Paging.cursor("after", request.getAfter()),
                  limit(request.getLimit(), Paging.DEFAULT_LIMIT));
          return ListRoomsResponse.newBuilder()
              .addAllRooms(RoomMessages.rooms(page))
              .setHasMore(page.hasMore())
              .build();
        });
  }

  @Override
  public void listMyRooms(ListMyRoomsRequest request, StreamObserver<ListMyRoomsResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          RoomView.Page page =
              lobby.joinedBy(
                  caller(),
                  Paging.cursor("after", request.getAfter()),
                  limit(request.getLimit(), Paging.MAX_LIMIT));
          return ListMyRoomsResponse.newBuilder()
              .addAllRooms(RoomMessages.rooms(page))
              .setHasMore(page.hasMore())
              .build();
        });
  }

  @Override
  public void joinRoom(JoinRoomRequest request, StreamObserver<JoinRoomResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          RoomView room = lobby.join(request.getRoomId(), caller());
          return JoinRoomResponse.newBuilder().setRoom(RoomMessages.room(room)).build();
        });
  }

  @Override
  public void leaveRoom(LeaveRoomRequest request, StreamObserver<LeaveRoomResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          people.leave(request.getRoomId(), caller());
          return LeaveRoomResponse.getDefaultInstance();
        });
  }

  @Override
  public void listMembers(ListMembersRequest request, StreamObserver<ListMembersResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          long after = Paging.cursor("after", request.getAfter());
          int limit = limit(request.getLimit(), Paging.DEFAULT_LIMIT);
          MemberView.Page page =
              request.getQuery().isEmpty()
                  ? people.members(request.getRoomId(), caller(), after, limit)
                  : people.membersCalled(
                      request.getRoomId(), caller(), request.getQuery(), after, limit);
          return ListMembersResponse.newBuilder()
              .addAllMembers(page.members().stream().map(RoomMessages::member).toList())
              .setHasMore(page.hasMore())
              .build();
        });
  }

  @Override
  public void kickMember(KickMemberRequest request, StreamObserver<KickMemberResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          people.kick(request.getRoomId(), caller(), request.getUserId());
          return KickMemberResponse.getDefaultInstance();
        });
  }

  /** As proto3 has it, 0 is a limit that was not given. */
  static int limit(int wanted, int otherwise) {
    return Paging.limit(wanted == 0 ? otherwise : wanted);
  }

  static Person caller() {
    return AccessToken.of(BearerToken.caller()).person();
  }
}
