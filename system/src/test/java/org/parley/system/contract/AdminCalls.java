package org.parley.system.contract;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.parley.system.support.AdminRights;
import org.parley.system.support.Api;
import org.parley.system.support.Api.Answer;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** What admins do, and what people do with their own account, each with success and refused. */
final class AdminCalls {

  private static final String ADMIN = "/api/v1/admin/";
  private static final String ME = "/api/v1/users/me";

  private final RunningSystem system;
  private final Visitor ada;
  private final Api nobody;

  AdminCalls(RunningSystem system, Visitor ada) {
    this.system = system;
    this.ada = ada;
    this.nobody = Api.at(system.origin("/"));
  }

  Calls of(String operation) {
    String eve = ADMIN + "users/" + Visitor.signUp(system, "eve").id();
    return switch (operation) {
      case "exportMe" -> seen(ME + "/export");
      case "exportMessages" -> seen("/api/v1/messages/export");
      case "deleteMe" -> {
        Visitor gone = Visitor.signUp(system, "gone");
        Answer wrong = sent("DELETE", gone.api(), ME, "{\"password\":\"wrong\"}");
        String right = "{\"password\":\"" + gone.password() + "\"}";
        yield new Calls(sent("DELETE", gone.api(), ME, right), wrong, 403);
      }
      case "claimAdmin" -> {
        AdminRights.takeFromAll(system);
        Map<String, String> token = Map.of("token", token());
        Api first = Visitor.signUp(system, "first").api();
        yield new Calls(
            first.post(ADMIN + "claim", token), first.post(ADMIN + "claim", token), 403);
      }
      case "listAudit" -> read("audit?limit=100");
      case "findUsers" -> read("users?limit=100&query=A");
      case "deactivateUser" -> done(eve + "/deactivate");
      case "activateUser" -> done(eve + "/activate");
      case "logOutUser" -> done(eve + "/logout");
      case "changeRole" -> {
        String admin = "{\"role\":\"admin\"}";
        yield new Calls(
            sent("PUT", admin(), eve + "/role", admin),
            sent("PUT", ada.api(), eve + "/role", admin),
            403);
      }
      default -> fail("no test calls " + operation);
    };
  }

  private Calls seen(String path) {
    return new Calls(ada.api().get(path), nobody.get(path), 401);
  }

  private Calls read(String path) {
    return new Calls(admin().get(ADMIN + path), ada.api().get(ADMIN + path), 403);
  }

  private Calls done(String path) {
    return new Calls(admin().post(path, Map.of()), ada.api().post(path, Map.of()), 403);
  }

  private Api admin() {
    return AdminRights.give(system, Visitor.signUp(system, "root")).api();
  }

  /**
   * From the file; a system that had its first admin has none, and gets one as from an operator.
   */
  private String token() {
    Path file = Path.of(system.description().dataFolder(), "keys", "first-admin-token");
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, Visitor.freshName("token") + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer sent(String method, Api who, String path, String json) {
    return Api.exchange(
        who.request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build(),
        json);
  }
}
