package org.parley.users.rpc;

import io.grpc.stub.StreamObserver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.parley.contract.rpc.BearerToken;
import org.parley.contract.rpc.CallerAddress;
import org.parley.contract.rpc.Unary;
import org.parley.contract.users.v1.GetMeRequest;
import org.parley.contract.users.v1.GetMeResponse;
import org.parley.contract.users.v1.GetUserRequest;
import org.parley.contract.users.v1.GetUserResponse;
import org.parley.contract.users.v1.LoginRequest;
import org.parley.contract.users.v1.LoginResponse;
import org.parley.contract.users.v1.LogoutRequest;
import org.parley.contract.users.v1.LogoutResponse;
import org.parley.contract.users.v1.RefreshRequest;
import org.parley.contract.users.v1.RefreshResponse;
import org.parley.contract.users.v1.RegisterRequest;
import org.parley.contract.users.v1.RegisterResponse;
import org.parley.contract.users.v1.UserServiceGrpc.UserServiceImplBase;
import org.parley.users.account.Accounts;
import org.parley.users.account.NewAccount;
import org.parley.users.session.Sessions;
import org.parley.users.signin.SignIn;

/** {@code parley.users.v1.UserService}; see the .proto file for the contract. Thread-safe. */
@Dependent
class UserServiceEndpoint extends UserServiceImplBase {

  /** What a session opened over gRPC is called in the list of sessions. */
  private static final String DEVICE = "gRPC";

  private final SignIn signIn;
  private final Sessions sessions;
  private final Accounts accounts;

  @Inject
  UserServiceEndpoint(SignIn signIn, Sessions sessions, Accounts accounts) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.accounts = accounts;
  }

  @Override
  public void register(RegisterRequest request, StreamObserver<RegisterResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          NewAccount account =
              new NewAccount(request.getUsername(), request.getEmail(), request.getPassword());
          return RegisterResponse.newBuilder()
              .setSignedIn(
                  UserMessages.signedIn(signIn.register(account, DEVICE, CallerAddress.current())))
              .build();
        });
  }

  @Override
  public void login(LoginRequest request, StreamObserver<LoginResponse> answer) {
    String name = request.hasEmail() ? request.getEmail() : request.getUsername();
    Unary.answer(
        answer,
        () ->
            LoginResponse.newBuilder()
                .setSignedIn(
                    UserMessages.signedIn(
                        signIn.logIn(name, request.getPassword(), DEVICE, CallerAddress.current())))
                .build());
  }

  @Override
  public void refresh(RefreshRequest request, StreamObserver<RefreshResponse> answer) {
    Unary.answer(
        answer,
        () ->
            RefreshResponse.newBuilder()
                .setSignedIn(
                    UserMessages.signedIn(
                        signIn.refresh(request.getRefreshToken(), CallerAddress.current())))
                .build());
  }

  @Override
  public void logout(LogoutRequest request, StreamObserver<LogoutResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          sessions.revoke(BearerToken.caller().sessionId());
          return LogoutResponse.getDefaultInstance();
        });
  }

  @Override
  public void getMe(GetMeRequest request, StreamObserver<GetMeResponse> answer) {
    Unary.answer(
        answer,
        () ->
            GetMeResponse.newBuilder()
                .setUser(UserMessages.user(accounts.requireSelf(BearerToken.caller().userId())))
                .build());
  }

  @Override
  public void getUser(GetUserRequest request, StreamObserver<GetUserResponse> answer) {
    Unary.answer(
        answer,
        () ->
            GetUserResponse.newBuilder()
                .setUser(UserMessages.user(accounts.requireOther(request.getUserId())))
                .build());
  }
}
