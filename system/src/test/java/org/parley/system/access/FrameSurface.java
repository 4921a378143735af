package org.parley.system.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.FrameContract;
import org.parley.contract.promise.FrameContract.Speaker;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;

/** The frames of clients in docs/asyncapi.yaml, on a socket of {@code parley.v1} each. */
final class FrameSurface implements Surface {

  private static final ContractDocument DOCUMENT = ContractDocument.asyncApi();
  private static final String[] ANSWERS = {
    "error", "success", "room_joined", "message_ack", "change_ack", "read", "pong"
  };

  /** For sockets that are in the room. */
  private static final String ONLY_INSIDE = "typing";

  private final RunningSystem system;

  FrameSurface(RunningSystem system) {
    this.system = system;
  }

  @Override
  public Set<String> operations() {
    return FrameContract.shared().messages(Speaker.CLIENT).stream()
        .map(message -> DOCUMENT.json().at("/components/messages/" + message + "/name").asText())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Set<String> ids(String operation) {
    Set<String> ids = fields(operation);
    ids.retainAll(Set.of("room_id", "seq", "user_id"));
    return ids;
  }

  @Override
  public String ask(String operation, Map<String, String> names, Stage stage, Stage.Who who) {
    try (TestSocket socket = TestSocket.open(system.socket(0))) {
      if (who.token() != null) {
        socket.send("auth", Map.of("token", who.token()));
        JsonNode answer = socket.awaitAnyOf(ANSWERS);
        if (operation.equals("auth") || answer.path("type").asText().equals("error")) {
          return code(answer);
        }
      }
      if (operation.equals(ONLY_INSIDE)) {
        comeBack(socket, Long.parseLong(stage.value("room_id", names, who)));
      }
      Map<String, Object> frame = new HashMap<>();
      for (String name : fields(operation)) {
        String value = stage.value(name, names, who);
        if (value != null) {
          boolean number = ids(operation).contains(name);
          frame.put(name, number ? Long.valueOf(value) : value);
        }
      }
      socket.sendWrong(operation, frame);
      if (operation.equals(ONLY_INSIDE)) {
        socket.send("ping", Map.of()); // it is not answered itself
      }
      return code(socket.awaitAnyOf(ANSWERS));
    }
  }

  /** Into a room as one who was there before, which makes nobody a member; or not, if refused. */
  private static void comeBack(TestSocket socket, long room) {
    socket.sendWrong("join_room", Map.of("room_id", room, "after", 0, "epoch", "another"));
    socket.awaitAnyOf(ANSWERS);
  }

  private static String code(JsonNode answer) {
    return answer.path("type").asText().equals("error") ? answer.path("code").asText() : Rule.YES;
  }

  private static Set<String> fields(String type) {
    for (String message : FrameContract.shared().messages(Speaker.CLIENT)) {
      JsonNode definition = DOCUMENT.json().at("/components/messages/" + message);
      if (definition.path("name").asText().equals(type)) {
        Set<String> fields = new LinkedHashSet<>();
        definition.at("/payload/properties").fieldNames().forEachRemaining(fields::add);
        fields.remove("type");
        return fields;
      }
    }
    throw new IllegalArgumentException("no frame " + type);
  }

  @Override
  public void close() {}
}
