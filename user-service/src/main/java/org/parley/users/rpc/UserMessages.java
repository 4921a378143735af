package org.parley.users.rpc;

import com.google.protobuf.Duration;
import org.parley.contract.rpc.Protos;
import org.parley.contract.users.v1.SignedIn;
import org.parley.contract.users.v1.User;
import org.parley.users.account.UserView;
import org.parley.users.signin.SignIn;

/** What the façades answer, as messages of {@code user_service.proto}. */
final class UserMessages {

  private UserMessages() {}

  static User user(UserView view) {
    User.Builder user =
        User.newBuilder()
            .setId(view.id())
            .setUsername(view.username())
            .setDisplayName(view.displayName())
            .setCreatedAt(Protos.timestamp(view.createdAt()));
    if (view.email() != null) {
      user.setEmail(view.email());
    }
    return user.build();
  }

  static SignedIn signedIn(SignIn.SignedIn view) {
    return SignedIn.newBuilder()
        .setUser(user(view.user()))
        .setToken(view.token())
        .setExpiresIn(Duration.newBuilder().setSeconds(view.expiresIn()))
        .setRefreshToken(view.refreshToken())
        .build();
  }
}
