package org.parley.users.directory;

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
import org.parley.contract.directory.v1.ListRevokedSessionsRequest;
import org.parley.contract.directory.v1.ListRevokedSessionsResponse;
import org.parley.contract.directory.v1.RevokedSession;
import org.parley.contract.directory.v1.User;
import org.parley.contract.directory.v1.UserDirectoryServiceGrpc.UserDirectoryServiceImplBase;
import org.parley.contract.rpc.Protos;
import org.parley.contract.rpc.Unary;
import org.parley.users.account.Accounts;
import org.parley.users.account.UserView;
import org.parley.users.session.Sessions;

/** What services may ask about people; see the .proto file for the contract. Thread-safe. */
@Dependent
class UserDirectoryEndpoint extends UserDirectoryServiceImplBase {

  /** As the .proto file says: one page of members five times over, 5 kB on the wire. */
  static final int MOST_USERS = 500;

  /** As the .proto file says: 20 kB on the wire, and far more than end in a second. */
  static final int MOST_SESSIONS = 1_000;

  private final Accounts accounts;
  private final Sessions sessions;

  @Inject
  UserDirectoryEndpoint(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
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
          return GetUserResponse.newBuilder().setUser(user(user)).build();
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
              .addAllUsers(users.stream().map(UserDirectoryEndpoint::user).toList())
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
          Instant since =
              Protos.instant(request.getSince())
                  .filter(time -> request.hasSince())
                  .orElseThrow(() -> ProblemException.invalid("since", "Say since when."));
          List<Sessions.Revoked> found =
              sessions.revokedAfter(since, request.getAfterSessionId(), MOST_SESSIONS + 1);
          return ListRevokedSessionsResponse.newBuilder()
              .addAllSessions(
                  found.stream()
                      .limit(MOST_SESSIONS)
                      .map(UserDirectoryEndpoint::revokedSession)
                      .toList())
              .setHasMore(found.size() > MOST_SESSIONS)
              .build();
        });
  }

  private static void requirePositive(Iterable<Long> ids) {
    for (long id : ids) {
      if (id <= 0) {
        throw ProblemException.invalid("user_id", "An id is positive.");
      }
    }
  }

  private static RevokedSession revokedSession(Sessions.Revoked session) {
    return RevokedSession.newBuilder()
        .setSessionId(session.sessionId())
        .setRevokedAt(Protos.timestamp(session.at()))
        .build();
  }

  private static User user(UserView view) {
    return User.newBuilder()
        .setId(view.id())
        .setUsername(view.username())
        .setDisplayName(view.displayName())
        .setCreatedAt(Protos.timestamp(view.createdAt()))
        .build();
  }
}
