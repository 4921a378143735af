package org.parley.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.rpc.RpcClient.refusal;

import org.junit.jupiter.api.Test;
import org.parley.contract.users.v1.GetMeRequest;
import org.parley.contract.users.v1.GetUserRequest;
import org.parley.contract.users.v1.LoginRequest;
import org.parley.contract.users.v1.LogoutRequest;
import org.parley.contract.users.v1.RefreshRequest;
import org.parley.contract.users.v1.RegisterRequest;
import org.parley.contract.users.v1.SignedIn;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

@WithRunningSystem
class UserServiceRpcIT {

  private static final String PASSWORD = "a lantern over the pier";

  private final RunningSystem system;

  UserServiceRpcIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void signsUpSignsInAndTellsWhoIsWho() {
    String name = Visitor.freshName("rpc");
    try (RpcClient nobody = connect(null)) {
      SignedIn registered = nobody.users().register(registration(name)).getSignedIn();
      assertThat(registered.getUser().getEmail()).isEqualTo(name + "@example.org");
      assertThat(registered.getExpiresIn().getSeconds()).isPositive();
      SignedIn in =
          nobody
              .users()
              .login(LoginRequest.newBuilder().setUsername(name).setPassword(PASSWORD).build())
              .getSignedIn();
      assertThat(in.getUser()).isEqualTo(registered.getUser());
      SignedIn next =
          nobody
              .users()
              .refresh(RefreshRequest.newBuilder().setRefreshToken(in.getRefreshToken()).build())
              .getSignedIn();
      assertThat(next.getRefreshToken()).isNotEqualTo(in.getRefreshToken());

      Visitor other = Visitor.signUp(system, "other");
      try (RpcClient somebody = connect(next.getToken())) {
        assertThat(somebody.users().getMe(GetMeRequest.getDefaultInstance()).getUser())
            .isEqualTo(registered.getUser());
        var seen = somebody.users().getUser(user(other.id())).getUser();
        assertThat(seen.getUsername()).isEqualTo(other.username());
        assertThat(seen.hasEmail()).isFalse();
        assertThat(refusal(() -> somebody.users().getUser(user(Long.MAX_VALUE))))
            .isEqualTo("NOT_FOUND not_found");
        somebody.users().logout(LogoutRequest.getDefaultInstance());
      }
      assertThat(
              refusal(
                  () ->
                      nobody
                          .users()
                          .refresh(
                              RefreshRequest.newBuilder()
                                  .setRefreshToken(next.getRefreshToken())
                                  .build())))
          .isEqualTo("UNAUTHENTICATED invalid_refresh_token");
    }
  }

  @Test
  void aTokenOfGrpcIsGoodOverRest() {
    String name = Visitor.freshName("rpc");
    try (RpcClient nobody = connect(null)) {
      String token = nobody.users().register(registration(name)).getSignedIn().getToken();
      Api.Answer me = Api.at(system.origin("/")).as(token).get("/api/v1/users/me");
      assertThat(me.body().path("username").asText()).isEqualTo(name);
    }
  }

  @Test
  void refusesWithTheProblemsOfRest() {
    String name = Visitor.freshName("rpc");
    try (RpcClient nobody = connect(null);
        RpcClient forger = connect("not.a.token")) {
      nobody.users().register(registration(name));
      assertThat(refusal(() -> nobody.users().register(registration(name))))
          .isEqualTo("ALREADY_EXISTS username_taken");
      assertThat(refusal(() -> nobody.users().register(RegisterRequest.getDefaultInstance())))
          .isEqualTo("INVALID_ARGUMENT validation_failed");
      assertThat(
              refusal(
                  () ->
                      nobody
                          .users()
                          .register(
                              registration(Visitor.freshName("rpc")).toBuilder()
                                  .setPassword("password")
                                  .build())))
          .isEqualTo("INVALID_ARGUMENT weak_password");
      assertThat(
              refusal(
                  () ->
                      nobody
                          .users()
                          .login(
                              LoginRequest.newBuilder()
                                  .setEmail(name + "@example.org")
                                  .setPassword("wrong")
                                  .build())))
          .isEqualTo("UNAUTHENTICATED invalid_credentials");
      for (RpcClient stranger : new RpcClient[] {nobody, forger}) {
        assertThat(refusal(() -> stranger.users().getMe(GetMeRequest.getDefaultInstance())))
            .isEqualTo("UNAUTHENTICATED unauthorized");
        assertThat(refusal(() -> stranger.users().getUser(user(1))))
            .isEqualTo("UNAUTHENTICATED unauthorized");
        assertThat(refusal(() -> stranger.users().logout(LogoutRequest.getDefaultInstance())))
            .isEqualTo("UNAUTHENTICATED unauthorized");
      }
    }
  }

  private RpcClient connect(String token) {
    return RpcClient.to(system.description().userService(), token);
  }

  private static RegisterRequest registration(String name) {
    return RegisterRequest.newBuilder()
        .setUsername(name)
        .setEmail(name + "@example.org")
        .setPassword(PASSWORD)
        .build();
  }

  private static GetUserRequest user(long id) {
    return GetUserRequest.newBuilder().setUserId(id).build();
  }
}
