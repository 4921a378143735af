package org.parley.users.directory;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.directory.v1.BatchGetUsersRequest;
import org.parley.contract.directory.v1.BatchGetUsersResponse;
import org.parley.contract.directory.v1.GetUserRequest;
import org.parley.contract.directory.v1.GetUserResponse;
import org.parley.contract.directory.v1.ListDeletedUsersRequest;
import org.parley.contract.directory.v1.ListDeletedUsersResponse;
import org.parley.contract.directory.v1.ListRevokedSessionsRequest;
import org.parley.contract.directory.v1.ListRevokedSessionsResponse;
import org.parley.contract.directory.v1.UserDirectoryServiceGrpc.UserDirectoryServiceImplBase;
import org.parley.contract.rpc.Protos;
import org.parley.contract.rpc.Unary;
import org.parley.users.account.Accounts;
import org.parley.users.account.UserView;
import org.parley.users.session.Sessions;
import org.parley.users.status.AccountStatuses;

/** What services may ask about people; see the .proto file for the contract. Thread-safe. */
@Dependent
class UserDirectoryEndpoint extends UserDirectoryServiceImplBase {

  /** As the .proto file says: one page of members five times over, 5 kB on the wire. */
  static final int MOST_USERS = 500;

  /** As the .proto file says: 20 kB on the wire, and far more than end in a second. */
  static final int MOST_SESSIONS = 1_000;

  /** As the .proto file says: whoever asks removes as many from rooms before it asks again. */
  static final int MOST_DELETED = 500;

  private final Accounts accounts;
  private final AccountStatuses statuses;
  private final Sessions sessions;

  @Inject
  UserDirectoryEndpoint(Accounts accounts, AccountStatuses statuses, Sessions sessions) {
    this.accounts = accounts;
    this.statuses = statuses;
    this.sessions = sessions;
  }

  @Override
  public void getUser(GetUserRequest request, StreamObserver<GetUserResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          requirePositive(List.of(request.getUserId()));
          UserView user =
              accounts
                  .findUser(request.getUserId())
                  .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
          return GetUserResponse.newBuilder().setUser(DirectoryMessages.user(user)).build();
        });
  }

  @Override
  public void batchGetUsers(
      BatchGetUsersRequest request, StreamObserver<BatchGetUsersResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          if (request.getUserIdsCount() > MOST_USERS) {
            throw ProblemException.invalid(
                "user_ids", "Ask for at most " + MOST_USERS + " users at once.");
          }
          Set<Long> ids = new LinkedHashSet<>(request.getUserIdsList());
          requirePositive(ids);
          List<UserView> users = ids.isEmpty() ? List.of() : accounts.findUsers(ids);
          return BatchGetUsersResponse.newBuilder()
              .addAllUsers(users.stream().map(DirectoryMessages::user).toList())
              .build();
        });
  }

  @Override
  public void listRevokedSessions(
      ListRevokedSessionsRequest request, StreamObserver<ListRevokedSessionsResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          if (request.getAfterSessionId() < 0) {
            throw ProblemException.invalid("after_session_id", "An id is positive.");
          }
          Instant since = since(request.hasSince(), request.getSince());
          List<Sessions.Revoked> found =
              sessions.revokedAfter(since, request.getAfterSessionId(), MOST_SESSIONS + 1);
          return ListRevokedSessionsResponse.newBuilder()
              .addAllSessions(
                  found.stream()
                      .limit(MOST_SESSIONS)
                      .map(DirectoryMessages::revokedSession)
                      .toList())
              .setHasMore(found.size() > MOST_SESSIONS)
              .build();
        });
  }

  @Override
  public void listDeletedUsers(
      ListDeletedUsersRequest request, StreamObserver<ListDeletedUsersResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          if (request.getAfterUserId() < 0) {
            throw ProblemException.invalid("after_user_id", "An id is positive.");
          }
          Instant since = since(request.hasSince(), request.getSince());
          List<AccountStatuses.Deleted> found =
              statuses.deletedAfter(since, request.getAfterUserId(), MOST_DELETED + 1);
          return ListDeletedUsersResponse.newBuilder()
              .addAllUsers(
                  found.stream().limit(MOST_DELETED).map(DirectoryMessages::deletedUser).toList())
              .setHasMore(found.size() > MOST_DELETED)
              .build();
        });
  }

  private static Instant since(boolean given, Timestamp time) {
    return Protos.instant(time)
        .filter(since -> given)
        .orElseThrow(() -> ProblemException.invalid("since", "Say since when."));
  }

  private static void requirePositive(Iterable<Long> ids) {
    for (long id : ids) {
      if (id <= 0) {
        throw ProblemException.invalid("user_id", "An id is positive.");
      }
    }
  }
}
