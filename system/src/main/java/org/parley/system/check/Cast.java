package org.parley.system.check;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.system.check.scene.Plan;
import org.parley.system.check.wire.Account;
import org.parley.system.check.wire.RestApi;

/**
 * The people and rooms of a check, made for it over REST. There is no way to remove them again;
 * their names begin with {@code check-}.
 */
record Cast(List<Account> writers, List<Account> readers, List<Long> rooms) {

  /** A wrong address should be told at once; a start that is just ending may be waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Seven letters and digits at most: two checks of one installation do not meet. */
  private static final long RUN_NAMES = 1L << 35;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Who signs up, and how many rooms are made, before the first of them enters. */
  static Cast signUp(RestApi api, Plan plan) throws InterruptedException {
    String run = "check-" + Long.toString(RANDOM.nextLong(RUN_NAMES), 36);
    List<Account> writers = people(api, run + "-w", plan.writers());
    List<Account> readers = people(api, run + "-r", plan.readers());
    List<Long> rooms = new ArrayList<>();
    Account owner = writers.getFirst();
    for (int i = 1; i <= plan.rooms(); i++) {
      Map<String, String> room =
          Map.of(
              "name", run + "-" + i, "description", "Made by parley.jar check.", "type", "public");
      rooms.add(api.post("/rooms", owner.token(), room, PATIENCE).path("id").asLong());
    }
    return new Cast(writers, readers, List.copyOf(rooms));
  }

  /** One after the other: each password is hashed slowly on purpose, and others live there too. */
  private static List<Account> people(RestApi api, String stem, int number)
      throws InterruptedException {
    List<Account> people = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      people.add(Account.register(api, stem + i, PATIENCE));
    }
    return List.copyOf(people);
  }
}
