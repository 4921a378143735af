package org.parley.system.contract;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.parley.system.support.Api;
import org.parley.system.support.Api.Answer;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** The operations of user-service, each with success and with a refusal. */
final class AccountCalls {

  private static final String USERS = "/api/v1/users/";

  private final RunningSystem system;
  private final Api nobody;
  private final Visitor ada;

  AccountCalls(RunningSystem system, Visitor ada) {
    this.system = system;
    this.nobody = Api.at(system.origin("/"));
    this.ada = ada;
  }

  Calls call(String operation) {
    Api mine = ada.api();
    return switch (operation) {
      case "register" ->
          new Calls(register(Visitor.freshName("eve")), register(ada.username()), 409);
      case "logIn" -> new Calls(logIn(ada.password()), logIn("not " + ada.password()), 401);
      case "refresh" -> new Calls(refresh(refreshToken()), refresh("x".repeat(43)), 401);
      case "logOut" -> new Calls(logOutByCookie(), nobody.post(USERS + "logout", Map.of()), 401);
      case "getMe" -> new Calls(mine.get(USERS + "me"), nobody.get(USERS + "me"), 401);
      case "changeMe" -> new Calls(renamed("Ada of the Harbour"), renamed(" \t "), 400);
      case "changePassword" -> passwords();
      case "listMySessions", "endMySession", "endMySessions" -> sessions(operation);
      case "getUser" -> new Calls(mine.get(USERS + ada.id()), mine.get(USERS + "0"), 404);
      case "getKeys" -> {
        String keys = "/.well-known/jwks.json";
        yield new Calls(nobody.get(keys), accepting("text/html", keys), 406);
      }
      default -> new AdminCalls(system, ada).of(operation);
    };
  }

  private Answer renamed(String name) {
    return ada.api().patch(USERS + "me", Map.of("display_name", name));
  }

  /** Of somebody who needs theirs no more. */
  private Calls passwords() {
    Visitor eve = Visitor.signUp(system, "eve");
    return new Calls(
        eve.changePassword("another horse " + eve.username()),
        eve.changePassword("one more horse " + eve.username()),
        403);
  }

  private Calls sessions(String operation) {
    String mine = USERS + "me/sessions";
    Api eve = Visitor.signUp(system, "eve").api();
    Answer listed = eve.get(mine);
    String current = mine + "/" + listed.body().at("/sessions/0/id").asLong();
    return switch (operation) {
      case "listMySessions" -> new Calls(listed, nobody.get(mine), 401);
      case "endMySession" -> new Calls(eve.delete(current), ada.api().delete(current), 404);
      default -> new Calls(eve.delete(mine + "?keep_current=true"), nobody.delete(mine), 401);
    };
  }

  private Answer register(String name) {
    return nobody.post(
        USERS + "register",
        Map.of(
            "username",
            name,
            "email",
            Visitor.freshName("mail") + "@example.org",
            "password",
            "correct horse " + name,
            "refresh_token_in_body",
            true));
  }

  private Answer logIn(String password) {
    return nobody.post(USERS + "login", Map.of("username", ada.username(), "password", password));
  }

  private String refreshToken() {
    return register(Visitor.freshName("eve")).body().path("refresh_token").asText();
  }

  private Answer refresh(String token) {
    return nobody.post(USERS + "refresh", Map.of("refresh_token", token));
  }

  /** The cookie of a login of its own, so that ada stays signed in. */
  private Answer logOutByCookie() {
    String cookie = logIn(ada.password()).http().headers().firstValue("Set-Cookie").orElseThrow();
    return Api.exchange(
        nobody
            .request(USERS + "logout")
            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
            .POST(BodyPublishers.noBody())
            .build(),
        null);
  }

  private Answer accepting(String type, String path) {
    return Api.exchange(nobody.request(path).header("Accept", type).GET().build(), null);
  }
}
