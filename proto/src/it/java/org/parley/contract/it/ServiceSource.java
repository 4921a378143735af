package org.parley.contract.it;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Where the PostgreSQL and the Redis of a test come from: containers where a Docker engine on this
 * machine answers, otherwise programs that came as libraries. The system property {@value
 * #PROPERTY} ({@code containers}, {@code embedded}; {@code auto} by default) forces either.
 */
enum ServiceSource {
  CONTAINERS,
  EMBEDDED;

  static final String PROPERTY = "parley.test.services";

  private static final Set<String> ANNOUNCED = ConcurrentHashMap.newKeySet();

  private static ServiceSource chosen;

  /** The one of this run: found out once, so that PostgreSQL and Redis never come from two. */
  static synchronized ServiceSource chosen() {
    if (chosen == null) {
      chosen = choose(System.getProperty(PROPERTY, "auto"), DockerEngine::answers);
    }
    return chosen;
  }

  /**
   * @throws IllegalStateException when containers are wanted and there is no engine
   */
  static ServiceSource choose(String wanted, BooleanSupplier engineAnswers) {
    return switch (wanted) {
      case "auto" -> engineAnswers.getAsBoolean() ? CONTAINERS : EMBEDDED;
      case "embedded" -> EMBEDDED;
      case "containers" -> {
        if (!engineAnswers.getAsBoolean()) {
          throw new IllegalStateException(
              "-D%s=containers, but no Docker engine answers on this machine: start one, or test with -D%1$s=embedded"
                  .formatted(PROPERTY));
        }
        yield CONTAINERS;
      }
      default ->
          throw new IllegalArgumentException(
              "-D%s=%s: it is auto, containers or embedded".formatted(PROPERTY, wanted));
    };
  }

  /** Says what a test runs on, once for each service and run. */
  static void announce(String service, String version, String image) {
    if (ANNOUNCED.add(service)) {
      String where = chosen() == CONTAINERS ? "in a container of " + image : "embedded";
      System.out.printf(
          "Test services: %s %s, %s (%s=%s)%n",
          service, version, where, PROPERTY, System.getProperty(PROPERTY, "auto"));
    }
  }
}
