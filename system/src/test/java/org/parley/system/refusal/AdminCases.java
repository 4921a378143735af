package org.parley.system.refusal;

import static org.parley.system.refusal.Outcome.CONFLICT;
import static org.parley.system.refusal.Outcome.FINE;
import static org.parley.system.refusal.Outcome.FORBIDDEN;
import static org.parley.system.refusal.Outcome.INVALID;
import static org.parley.system.refusal.Outcome.NOT_FOUND;
import static org.parley.system.refusal.Outcome.UNAUTHORIZED;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What admins do, asked by nobody, by people who are none, and by the only one there is. */
final class AdminCases {

  private static final String ADMIN = "/api/v1/admin";
  private static final String USERS = ADMIN + "/users/";
  private static final String ME = "/api/v1/users/me";
  private static final String ROLE = "{\"role\":\"user\"}";

  private AdminCases() {}

  static List<Attempt> all() {
    List<Attempt> cases = new ArrayList<>();
    cases.addAll(all("no token", UNAUTHORIZED, one -> one.authorized(scene -> List.of())));
    cases.addAll(all("a person who is no admin", FORBIDDEN, one -> one));
    for (String action : List.of("deactivate", "activate", "logout")) {
      for (String id : List.of("0", "9007199254740991", "seven")) {
        cases.add(
            Attempt.of("an admin; no id of anybody", "POST", USERS + id + "/" + action, NOT_FOUND)
                .authorized(AdminCases::asAdmin));
      }
    }
    cases.add(
        Attempt.of("the last admin", "POST", USERS + "{admin}/deactivate", CONFLICT)
            .authorized(AdminCases::asAdmin));
    cases.add(role("the last admin", "{admin}", ROLE, CONFLICT));
    cases.add(role("an admin; no id of anybody", "9007199254740991", ROLE, NOT_FOUND));
    cases.add(role("an admin; no role", "{other}", "{}", INVALID));
    cases.add(role("an admin; a role there is not", "{other}", "{\"role\":\"king\"}", INVALID));
    cases.add(role("an admin; nothing changes", "{other}", ROLE, FINE));
    for (String query : List.of("limit=0", "limit=101", "before=ten", "event=x", "subject_id=-1")) {
      cases.add(
          Attempt.get("an admin; no such question", ADMIN + "/audit?" + query, INVALID)
              .authorized(AdminCases::asAdmin));
    }
    for (String query : List.of("limit=0", "before=-1", "query=%00")) {
      cases.add(
          Attempt.get("an admin; no such question", ADMIN + "/users?" + query, INVALID)
              .authorized(AdminCases::asAdmin));
    }
    cases.add(claim("not the token", "{\"token\":\"x\"}", FORBIDDEN));
    cases.add(claim("no token to claim with", "{}", INVALID));
    cases.addAll(privacy());
    return cases;
  }

  private static List<Attempt> privacy() {
    List<Attempt> cases = new ArrayList<>();
    for (String path : List.of(ME + "/export", "/api/v1/messages/export")) {
      cases.add(Attempt.get("no token", path, UNAUTHORIZED).authorized(scene -> List.of()));
    }
    String good = "{\"password\":\"{adminpassword}\"}";
    cases.add(delete("no token", good, UNAUTHORIZED).authorized(scene -> List.of()));
    cases.add(delete("no password", "{}", INVALID));
    cases.add(delete("`password` is empty", "{\"password\":\"\"}", INVALID));
    cases.add(delete("another's password", good, FORBIDDEN));
    cases.add(delete("the last admin", good, CONFLICT).authorized(AdminCases::asAdmin));
    return cases;
  }

  private static List<Attempt> all(String who, Outcome outcome, UnaryOperator<Attempt> as) {
    List<Attempt> cases = new ArrayList<>();
    cases.add(Attempt.get(who, ADMIN + "/audit", outcome));
    cases.add(Attempt.get(who, ADMIN + "/users", outcome));
    for (String action : List.of("deactivate", "activate", "logout")) {
      cases.add(Attempt.of(who, "POST", USERS + "{other}/" + action, outcome));
    }
    cases.add(Attempt.json(who, "PUT", USERS + "{me}/role", "{\"role\":\"admin\"}", outcome));
    return cases.stream().map(as).toList();
  }

  private static Attempt role(String wrong, String id, String json, Outcome outcome) {
    return Attempt.json(wrong, "PUT", USERS + id + "/role", json, outcome)
        .authorized(AdminCases::asAdmin);
  }

  private static Attempt claim(String wrong, String json, Outcome outcome) {
    return Attempt.post(wrong, ADMIN + "/claim", json, outcome);
  }

  private static Attempt delete(String wrong, String json, Outcome outcome) {
    return Attempt.json(wrong, "DELETE", ME, json, outcome);
  }

  private static List<String> asAdmin(Scene scene) {
    return List.of("Bearer " + scene.admin().token());
  }
}
