package org.parley.system.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.system.bench.dialect.ParleyDialect;
import org.parley.system.bench.load.Dialect;
import org.parley.system.check.wire.Account;
import org.parley.system.check.wire.RestApi;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.SystemDescription;
import org.parley.system.run.SystemDescription.Place;

/**
 * Parley.
 *
 * @param name with which subprotocol it is measured
 */
public record ParleyContender(
    String name, Dialect dialect, LocalSystem system, RestApi api, List<Account> accounts)
    implements Contender {

  /** Of the one with every frame a text of its own. */
  public static final String NAME = "parley";

  /** Of the one whose frames leave together. */
  public static final String NAME_IN_BATCHES = "parley-batch";

  /** Everything here is on this machine, but logins take turns on its cores. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Every frame a text of its own. */
  public static ParleyContender of(LocalSystem system) {
    return new ParleyContender(
        NAME,
        new ParleyDialect("parley.v1"),
        system,
        new RestApi(HttpClient.newHttpClient(), List.of(URI.create(system.description().origin()))),
        new ArrayList<>());
  }

  /** The same with frames that leave together. */
  public ParleyContender inBatches() {
    return new ParleyContender(
        NAME_IN_BATCHES, new ParleyDialect("parley.v1.batch"), system, api, accounts);
  }

  @Override
  public List<Integer> ports() {
    return system.description().chat().stream().map(Place::port).toList();
  }

  @Override
  public List<Long> serverPids() {
    return system.description().chat().stream().map(Place::pid).toList();
  }

  @Override
  public List<Long> pids() {
    SystemDescription parts = system.description();
    return Stream.concat(
            parts.chat().stream(), Stream.of(parts.userService(), parts.postgres(), parts.redis()))
        .map(Place::pid)
        .toList();
  }

  @Override
  public List<String> people(int count) throws InterruptedException {
    while (accounts.size() < count) {
      String unique = Long.toString(System.nanoTime(), Character.MAX_RADIX);
      accounts.add(Account.register(api, "bench-" + unique, PATIENCE));
    }
    List<String> tokens = new ArrayList<>();
    for (Account account : accounts.subList(0, count)) {
      if (account.isDue()) {
        account.renew(PATIENCE);
      }
      tokens.add(account.token());
    }
    return tokens;
  }

  @Override
  public List<Long> rooms(int count) throws InterruptedException {
    String owner = people(1).getFirst();
    List<Long> rooms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode room = api.post("/rooms", owner, Map.of("name", "bench " + i), PATIENCE);
      rooms.add(room.path("id").asLong());
    }
    return rooms;
  }

  /** What its first instance holds. */
  public Holdings holdings() {
    return new Holdings(
        ports().getFirst(), system.description().redis().port(), HttpClient.newHttpClient());
  }

  @Override
  public void collectGarbage() throws InterruptedException {
    Jcmd.collectGarbage(serverPids().getFirst());
    Jcmd.collectGarbage(serverPids().getFirst());
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  @Override
  public void close() {
    // Whoever started the system ends it.
  }
}
