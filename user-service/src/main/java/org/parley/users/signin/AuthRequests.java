package org.parley.users.signin;

import static org.parley.contract.metric.Metrics.described;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * Counts {@code auth_requests_total{type,status}} and what came of copied refresh tokens; every
 * series is there from the start, at zero.
 */
@ApplicationScoped
class AuthRequests {

  /** What was asked; {@code socket} is chat-service's. */
  enum Type {
    REGISTER,
    LOGIN,
    REFRESH
  }

  /** How it ended; limited: asked too often, whoever they are. */
  enum Status {
    SUCCESS,
    FAILURE,
    LIMITED
  }

  private static final Logger LOG = System.getLogger(AuthRequests.class.getName());

  private MetricRegistry registry;

  AuthRequests() {
    // For CDI's proxy.
  }

  @Inject
  AuthRequests(MetricRegistry registry) {
    this.registry = registry;
  }

  void onStart(@Observes Startup event) {
    for (Type type : Type.values()) {
      for (Status status : Status.values()) {
        counter(type, status);
      }
    }
    reuses();
  }

  /** Tells the operator of a session that was ended because a used refresh token came back. */
  void reused(long sessionId) {
    reuses().inc();
    LOG.log(
        Level.WARNING,
        "session {0} was ended: a refresh token of it was shown again after its use, so somebody may have a copy",
        Long.toString(sessionId));
  }

  /** Does the work and counts how it ended. */
  <T> T counted(Type type, Supplier<T> work) {
    Status status = Status.FAILURE;
    try {
      T result = work.get();
      status = Status.SUCCESS;
      return result;
    } catch (ProblemException refusal) {
      // Both are 429: too much at once for us, or too often for them.
      status = isLimited(refusal.type()) ? Status.LIMITED : Status.FAILURE;
      throw refusal;
    } finally {
      counter(type, status).inc();
    }
  }

  private Counter reuses() {
    return registry.counter(
        described(
            "refresh_tokens_reused_total",
            "Sessions that were ended because a used refresh token came back."));
  }

  private static boolean isLimited(ProblemType type) {
    return type == ProblemType.BUSY || type == ProblemType.RATE_LIMITED;
  }

  private Counter counter(Type type, Status status) {
    return registry.counter(
        described("auth_requests_total", "Proofs of who somebody is, by kind and outcome."),
        tag("type", type),
        tag("status", status));
  }

  private static Tag tag(String name, Enum<?> value) {
    return new Tag(name, value.name().toLowerCase(Locale.ROOT));
  }
}
