package org.parley.chat.rpc;

import io.grpc.stub.StreamObserver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.identity.Person;
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
import org.parley.contract.rooms.v1.RoomServiceGrpc.RoomServiceImplBase;
import org.parley.contract.rpc.BearerToken;
import org.parley.contract.rpc.Unary;

/** {@code parley.rooms.v1.RoomService}; see the .proto file for the contract. Thread-safe. */
@Dependent
class RoomServiceEndpoint extends RoomServiceImplBase {

  private final Rooms rooms;
  private final People people;

  @Inject
  RoomServiceEndpoint(Rooms rooms, People people) {
    this.rooms = rooms;
    this.people = people;
  }

  @Override
  public void createRoom(CreateRoomRequest request, StreamObserver<CreateRoomResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          RoomView room = rooms.create(RoomMessages.newRoom(request), caller());
          return CreateRoomResponse.newBuilder().setRoom(RoomMessages.room(room)).build();
        });
  }

  @Override
  public void getRoom(GetRoomRequest request, StreamObserver<GetRoomResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          RoomView room = rooms.require(request.getRoomId(), caller());
          return GetRoomResponse.newBuilder().setRoom(RoomMessages.room(room)).build();
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
              rooms.joinedBy(
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
          RoomView room = people.join(request.getRoomId(), caller()).room();
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
          MemberView.Page page =
              people.members(
                  request.getRoomId(),
                  caller(),
                  Paging.cursor("after", request.getAfter()),
                  limit(request.getLimit(), Paging.DEFAULT_LIMIT));
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
