package org.parley.contract.it;

import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;

/**
 * Starts containers, without the words Testcontainers finds for it. Their ports are expected on
 * this machine; inside a container, Testcontainers must be told so
 * (TESTCONTAINERS_HOST_OVERRIDE=localhost).
 */
final class Containers {

  /** Held, because the logging framework forgets the level of a logger nobody holds. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.testcontainers"),
          Logger.getLogger("tc"),
          Logger.getLogger("com.github.dockerjava"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private Containers() {}

  /**
   * Makes and starts one.
   *
   * @throws IllegalStateException when the image is not here and cannot be had
   */
  static <C extends GenericContainer<?>> C start(String image, Function<String, C> of) {
    C container = of.apply(image);
    try {
      container.start();
    } catch (ContainerFetchException e) {
      throw new IllegalStateException(
          "Docker cannot get %s: pull or build it, or test with -D%s=embedded"
              .formatted(image, ServiceSource.PROPERTY),
          e);
    }
    return container;
  }
}
