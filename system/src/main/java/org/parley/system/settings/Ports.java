package org.parley.system.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The port of every part; 0 stands for any free one until {@link #withFreePortsChosen}. The two
 * lists have one entry for each chat instance.
 */
public record Ports(
    int origin,
    int user,
    int userGrpc,
    List<Integer> chat,
    List<Integer> chatGrpc,
    int postgres,
    int redis) {

  /** A port, the part that listens on it, and the variable that changes it. */
  public record Use(int port, String part, String variable) {}

  public Ports {
    chat = List.copyOf(chat);
    chatGrpc = List.copyOf(chatGrpc);
    if (chat.size() != chatGrpc.size()) {
      throw new StartProblem(
          "PARLEY_CHAT_PORTS names "
              + chat.size()
              + " chat instances and PARLEY_CHAT_GRPC_PORTS "
              + chatGrpc.size()
              + ": give both the same number of ports.");
    }
  }

  static Ports from(Variables variables) {
    Ports ports =
        new Ports(
            variables.port("PARLEY_ORIGIN_PORT", 8080),
            variables.port("PARLEY_USER_PORT", 9080),
            variables.port("PARLEY_USER_GRPC_PORT", 9980),
            variables.ports("PARLEY_CHAT_PORTS", List.of(9081, 9082)),
            variables.ports("PARLEY_CHAT_GRPC_PORTS", List.of(9981, 9982)),
            // Nobody needs to find these two by number, and their usual ports are often taken.
            variables.port("PARLEY_POSTGRES_PORT", 0),
            variables.port("PARLEY_REDIS_PORT", 0));
    ports.refuseDoubles();
    return ports;
  }

  /** Every port with the sentence parts needed to complain about it. */
  public List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    uses.add(new Use(origin, "the origin", "PARLEY_ORIGIN_PORT"));
    uses.add(new Use(user, "user-service", "PARLEY_USER_PORT"));
    uses.add(new Use(userGrpc, "user-service's gRPC", "PARLEY_USER_GRPC_PORT"));
    for (int i = 0; i < chat.size(); i++) {
      uses.add(new Use(chat.get(i), "chat-service-" + (i + 1), "PARLEY_CHAT_PORTS"));
      uses.add(
          new Use(
              chatGrpc.get(i), "the gRPC of chat-service-" + (i + 1), "PARLEY_CHAT_GRPC_PORTS"));
    }
    uses.add(new Use(postgres, "PostgreSQL", "PARLEY_POSTGRES_PORT"));
    uses.add(new Use(redis, "Redis", "PARLEY_REDIS_PORT"));
    return uses;
  }

  /** The same ports with a free one in place of every 0. */
  public Ports withFreePortsChosen() {
    Set<Integer> named = new HashSet<>();
    uses().forEach(use -> named.add(use.port()));
    FreePorts free = new FreePorts(named);
    return new Ports(
        free.orChoose(origin),
        free.orChoose(user),
        free.orChoose(userGrpc),
        chat.stream().map(free::orChoose).toList(),
        chatGrpc.stream().map(free::orChoose).toList(),
        free.orChoose(postgres),
        free.orChoose(redis));
  }

  private void refuseDoubles() {
    Set<Integer> seen = new HashSet<>();
    for (Use use : uses()) {
      if (use.port() != 0 && !seen.add(use.port())) {
        throw new StartProblem(
            "Port "
                + use.port()
                + " is asked for twice: give "
                + use.part()
                + " another one with "
                + use.variable()
                + ".");
      }
    }
  }
}
