package org.parley.users.directory;

import org.parley.contract.directory.v1.DeletedUser;
import org.parley.contract.directory.v1.RevokedSession;
import org.parley.contract.directory.v1.User;
import org.parley.contract.rpc.Protos;
import org.parley.users.account.UserView;
import org.parley.users.session.Sessions;
import org.parley.users.status.AccountStatuses;

/** What the façades answer, as messages of {@code user_directory.proto}. */
final class DirectoryMessages {

  private DirectoryMessages() {}

  static DeletedUser deletedUser(AccountStatuses.Deleted deleted) {
    return DeletedUser.newBuilder()
        .setUserId(deleted.userId())
        .setDeletedAt(Protos.timestamp(deleted.at()))
        .build();
  }

  static RevokedSession revokedSession(Sessions.Revoked session) {
    return RevokedSession.newBuilder()
        .setSessionId(session.sessionId())
        .setRevokedAt(Protos.timestamp(session.at()))
        .build();
  }

  static User user(UserView view) {
    return User.newBuilder()
        .setId(view.id())
        .setUsername(view.username())
        .setDisplayName(view.displayName())
        .setCreatedAt(Protos.timestamp(view.createdAt()))
        .build();
  }
}
