package org.parley.system.refusal;

import static org.parley.system.refusal.Outcome.CONFLICT;
import static org.parley.system.refusal.Outcome.FINE;
import static org.parley.system.refusal.Outcome.FORBIDDEN;
import static org.parley.system.refusal.Outcome.INVALID;
import static org.parley.system.refusal.Outcome.MALFORMED;
import static org.parley.system.refusal.Outcome.NOT_FOUND;
import static org.parley.system.refusal.Outcome.NOT_MEMBER;
import static org.parley.system.refusal.Outcome.NO_JSON;
import static org.parley.system.refusal.Outcome.NO_METHOD;

import java.util.ArrayList;
import java.util.List;

/** Edits, deletions, reactions, and the removal of members. */
final class MessageCases {

  private static final String MESSAGES = "/api/v1/rooms/{room}/messages/";
  private static final String MEMBERS = "/api/v1/rooms/{room}/members/";
  private static final String THUMBS_UP = "/reactions/%F0%9F%91%8D";
  private static final String EDIT = "{\"content\":\"Aye!\"}";

  private MessageCases() {}

  static List<Attempt> all() {
    List<Attempt> cases = new ArrayList<>();
    cases.addAll(ids());
    cases.addAll(whose());
    cases.addAll(emoji());
    cases.addAll(methods());
    return cases;
  }

  private static List<Attempt> ids() {
    List<Attempt> cases = new ArrayList<>();
    String wrong = "no id of anything";
    for (String id : List.of("0", "-1", "9007199254740993", "9223372036854775807")) {
      cases.add(Attempt.get(wrong, MESSAGES + id, NOT_FOUND));
      cases.add(Attempt.of(wrong, "DELETE", MESSAGES + id, NOT_FOUND));
      cases.add(Attempt.of(wrong, "PUT", MESSAGES + id + THUMBS_UP, NOT_FOUND));
      cases.add(Attempt.of(wrong, "DELETE", MEMBERS + id, NOT_FOUND));
      cases.add(Attempt.of(wrong, "DELETE", "/api/v1/rooms/" + id + "/messages/1", NOT_MEMBER));
      cases.add(Attempt.of(wrong, "DELETE", "/api/v1/rooms/" + id + "/members/1", NOT_FOUND));
    }
    for (String id : List.of("9223372036854775808", "1.5", "seven", "%20", "%E2%99%A5")) {
      cases.add(Attempt.of(wrong, "DELETE", MESSAGES + id, NOT_FOUND));
      cases.add(Attempt.of(wrong, "PUT", MESSAGES + id + THUMBS_UP, NOT_FOUND));
      cases.add(Attempt.of(wrong, "DELETE", MEMBERS + id, NOT_FOUND));
      cases.add(Attempt.of(wrong, "DELETE", "/api/v1/rooms/" + id + "/messages/1", NOT_FOUND));
    }
    return cases;
  }

  private static List<Attempt> whose() {
    String secret = "/api/v1/rooms/{secret}";
    String outside = "in another's private room";
    return List.of(
        edit("nothing is wrong with it", "1", EDIT, FINE),
        edit("another's", "3", EDIT, FORBIDDEN),
        edit("removed", "2", EDIT, CONFLICT),
        Attempt.of("removed, and so it is", "DELETE", MESSAGES + "2", FINE),
        Attempt.of("removed", "PUT", MESSAGES + "2" + THUMBS_UP, CONFLICT),
        Attempt.of("removed", "DELETE", MESSAGES + "2" + THUMBS_UP, CONFLICT),
        Attempt.get(outside, secret + "/messages/1", NOT_FOUND),
        Attempt.json(outside, "POST", secret + "/read", "{\"seq\":1}", NOT_MEMBER),
        Attempt.json(outside, "PATCH", secret + "/messages/1", EDIT, NOT_MEMBER),
        Attempt.of(outside, "DELETE", secret + "/messages/1", NOT_MEMBER),
        Attempt.of(outside, "PUT", secret + "/messages/1" + THUMBS_UP, NOT_MEMBER),
        Attempt.of(outside, "DELETE", secret + "/messages/1" + THUMBS_UP, NOT_MEMBER),
        Attempt.of(outside, "DELETE", secret + "/members/{other}", NOT_FOUND),
        Attempt.of("an owner", "DELETE", MEMBERS + "{me}", CONFLICT),
        edit("no object", "1", "[]", MALFORMED),
        edit("no JSON", "1", "{", MALFORMED),
        edit("another type", "1", EDIT, NO_JSON)
            .withoutHeaders()
            .header("Content-Type", "application/merge-patch+json"));
  }

  private static Attempt edit(String wrong, String seq, String json, Outcome outcome) {
    return Attempt.json(wrong, "PATCH", MESSAGES + seq, json, outcome);
  }

  private static List<Attempt> emoji() {
    String reactions = MESSAGES + "1/reactions/";
    List<Attempt> cases = new ArrayList<>();
    for (String method : List.of("PUT", "DELETE")) {
      cases.add(Attempt.of("nothing is wrong with it", method, MESSAGES + "1" + THUMBS_UP, FINE));
      cases.add(Attempt.of("white space in it", method, reactions + "a%20b", INVALID));
      cases.add(Attempt.of("white space in it", method, reactions + "%E2%80%83", INVALID));
      cases.add(Attempt.of("33 characters", method, reactions + "x".repeat(33), INVALID));
      cases.add(Attempt.of("can be read in two ways", method, reactions + "%2F", NOT_FOUND));
    }
    return cases;
  }

  private static List<Attempt> methods() {
    List<Attempt> cases = new ArrayList<>();
    for (String path : List.of(MESSAGES + "1" + THUMBS_UP, MEMBERS + "{me}")) {
      cases.add(Attempt.get("no method of this", path, NO_METHOD));
    }
    for (String path : List.of(MESSAGES + "1", MESSAGES + "1" + THUMBS_UP, MEMBERS + "{me}")) {
      cases.add(Attempt.of("no method of this", "POST", path, NO_METHOD));
    }
    cases.add(Attempt.of("no method of this", "PUT", MESSAGES + "1", NO_METHOD));
    cases.add(Attempt.of("no method of this", "PATCH", MEMBERS + "{me}", NO_METHOD));
    return cases;
  }
}
