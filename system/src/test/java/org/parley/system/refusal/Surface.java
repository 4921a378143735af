package org.parley.system.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import org.parley.contract.rooms.v1.ListMyRoomsRequest;
import org.parley.contract.users.v1.GetMeRequest;
import org.parley.system.rpc.RpcClient;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;

/** The five places where an access token is shown, each at the service itself. */
public enum Surface {
  REST_OF_USERS {
    @Override
    public String show(RunningSystem system, String token) {
      return told(Api.at(system.userService("/")).as(token).get("/api/v1/users/me"));
    }
  },
  REST_OF_CHAT {
    @Override
    public String show(RunningSystem system, String token) {
      return told(Api.at(system.chat(0, "/")).as(token).get("/api/v1/rooms"));
    }
  },
  GRPC_OF_USERS {
    @Override
    public String show(RunningSystem system, String token) {
      try (RpcClient client = RpcClient.to(system.description().userService(), token)) {
        return told(() -> client.users().getMe(GetMeRequest.getDefaultInstance()));
      }
    }
  },
  GRPC_OF_CHAT {
    @Override
    public String show(RunningSystem system, String token) {
      try (RpcClient client = RpcClient.to(system.description().chat().getFirst(), token)) {
        return told(() -> client.rooms().listMyRooms(ListMyRoomsRequest.getDefaultInstance()));
      }
    }
  },
  SOCKET {
    @Override
    public String show(RunningSystem system, String token) {
      try (TestSocket socket = TestSocket.open(system.socket(0))) {
        JsonNode answer =
            socket.send("auth", Map.of("token", token)).awaitAnyOf("success", "error");
        return answer.path("type").asText().equals("success")
            ? ACCEPTED
            : answer.path("code").asText();
      }
    }
  };

  /** What is told of a good token. */
  public static final String ACCEPTED = "accepted";

  /** Shows the token; {@link #ACCEPTED}, or the code of the refusal. */
  public abstract String show(RunningSystem system, String token);

  private static String told(Api.Answer answer) {
    return answer.status() == 200 ? ACCEPTED : answer.code();
  }

  private static String told(Runnable call) {
    try {
      call.run();
      return ACCEPTED;
    } catch (StatusRuntimeException refusal) {
      return RpcClient.problemCode(refusal);
    }
  }
}
