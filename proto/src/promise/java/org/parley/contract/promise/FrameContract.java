package org.parley.contract.promise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Holds frames of {@code /ws} against docs/asyncapi.yaml and counts them. One for all tests of a
 * run; thread-safe.
 */
public final class FrameContract {

  /** Who says it. */
  public enum Speaker {
    CLIENT,
    SERVER
  }

  private static final FrameContract SHARED = new FrameContract(ContractDocument.asyncApi());

  private final ContractDocument document;
  private final Map<Speaker, Set<String>> messages;
  private final ConcurrentMap<String, LongAdder> seen = new ConcurrentHashMap<>();

  private FrameContract(ContractDocument document) {
    this.document = document;
    Set<String> fromClients = messagesOfClients(document.json());
    Set<String> fromServer = new LinkedHashSet<>();
    document.json().at("/channels/ws/messages").fieldNames().forEachRemaining(fromServer::add);
    fromServer.removeAll(fromClients);
    this.messages = Map.of(Speaker.CLIENT, fromClients, Speaker.SERVER, fromServer);
  }

  public static FrameContract shared() {
    return SHARED;
  }

  /** The names of the documented messages; several may have one {@code type}. */
  public Set<String> messages(Speaker speaker) {
    return messages.get(speaker);
  }

  /**
   * Which documented message this frame is.
   *
   * @throws AssertionError when it is none, with what is wrong and without what it says
   */
  public String check(Speaker speaker, JsonNode frame) {
    List<String> violations = new ArrayList<>();
    for (String message : messages.get(speaker)) {
      if (type(message).equals(frame.path("type").asText())) {
        List<String> against = document.violations(payload(message), frame);
        if (against.isEmpty()) {
          seen.computeIfAbsent(type(message), type -> new LongAdder()).increment();
          return message;
        }
        violations.addAll(against);
      }
    }
    throw new AssertionError(
        "a frame of type \"%s\" from the %s is not what docs/asyncapi.yaml says: %s"
            .formatted(frame.path("type").asText(), speaker, violations));
  }

  /** One line: how many frames of which types were as documented; empty when there were none. */
  public String summary() {
    if (seen.isEmpty()) {
      return "";
    }
    long all = seen.values().stream().mapToLong(LongAdder::sum).sum();
    String types =
        new TreeMap<>(seen)
            .entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    return "%,d frames were as docs/asyncapi.yaml says: %s".formatted(all, types);
  }

  private String type(String message) {
    return document.json().at("/components/messages/" + message + "/name").asText();
  }

  private static String payload(String message) {
    return "/components/messages/" + message + "/payload";
  }

  private static Set<String> messagesOfClients(JsonNode document) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode operation : document.path("operations")) {
      if (operation.path("action").asText().equals("receive")) {
        for (JsonNode message : operation.path("messages")) {
          names.add(message.path("$ref").asText().replaceFirst(".*/", ""));
        }
      }
    }
    return names;
  }
}
