package org.parley.system.check.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.parley.system.check.ledger.MessageState;

/**
 * All messages of a room as REST tells them.
 *
 * @param messages oldest first, as they were read: holes and repeats are left in
 * @param through up to which change the last page is; in a quiet room all of it
 */
public record RoomHistory(List<MessageState> messages, long through) {

  /** The longest page there is. */
  private static final int PAGE = 100;

  public RoomHistory {
    messages = List.copyOf(messages);
  }

  /** Reads every page. */
  public static RoomHistory read(RestApi api, Account reader, long roomId, Duration patience)
      throws InterruptedException {
    List<MessageState> messages = new ArrayList<>();
    long after = 0;
    while (true) {
      JsonNode page =
          api.get(path(roomId) + "?limit=" + PAGE + "&after=" + after, reader.token(), patience);
      List<MessageState> newestFirst = new ArrayList<>();
      page.path("messages").forEach(message -> newestFirst.add(Frames.message(message)));
      Collections.reverse(newestFirst);
      messages.addAll(newestFirst);
      if (!page.path("has_more").asBoolean() || newestFirst.isEmpty()) {
        return new RoomHistory(messages, page.path("through").asLong());
      }
      long last = newestFirst.getLast().seq();
      if (last <= after) {
        throw new CheckProblem(
            "History of room " + roomId + " does not go on after " + after + ".");
      }
      after = last;
    }
  }

  /** The newest change of a room. */
  public static long head(RestApi api, Account reader, long roomId, Duration patience)
      throws InterruptedException {
    return api.get(path(roomId) + "?limit=1", reader.token(), patience).path("through").asLong();
  }

  private static String path(long roomId) {
    return "/rooms/" + roomId + "/messages";
  }
}
