package org.parley.chat.live;

import static java.util.Objects.requireNonNull;
import static org.parley.contract.metric.Metrics.described;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.identity.AccessTokenVerifier;
import org.parley.chat.identity.RevokedSessions;
import org.parley.chat.limit.SocketLimits;
import org.parley.chat.socket.Connection;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** Says who is on a socket, by the token in its {@code auth} frame, and counts how that went. */
@ApplicationScoped
class SocketAuthentication {

  private enum Outcome {
    SUCCESS,
    FAILURE,
    LIMITED
  }

  private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);

  @Inject private AccessTokenVerifier verifier;
  @Inject private RevokedSessions revoked;
  @Inject private MetricRegistry registry;
  @Inject private SocketLimits limits;

  void register(@Observes Startup startup) {
    for (Outcome outcome : Outcome.values()) {
      Tag status = new Tag("status", outcome.name().toLowerCase(Locale.ROOT));
      outcomes.put(
          outcome,
          registry.counter(
              described("auth_requests_total", "Proofs of who somebody is, by kind and outcome."),
              new Tag("type", "socket"),
              status));
    }
  }

  /**
   * Verifies the token and puts its person on the socket. A socket keeps its person: a renewal is
   * by the same one.
   */
  AccessToken authenticate(Connection connection, @Nullable String token) {
    try {
      if (token == null || token.isEmpty()) {
        throw new ProblemException(ProblemType.UNAUTHORIZED, "The token is missing.");
      }
      AccessToken verified = verifier.verify(token);
      connection
          .token()
          .filter(before -> before.person().id() != verified.person().id())
          .ifPresent(
              before -> {
                throw new ProblemException(
                    ProblemType.FORBIDDEN, "Another person is on this socket.");
              });
      limits.identify(connection, verified.person());
      connection.authenticated(verified);
      // Whoever ends a session's sockets may have looked at this one a moment too early.
      revoked.requireLive(verified.sessionId());
      count(Outcome.SUCCESS);
      return verified;
    } catch (ProblemException refusal) {
      boolean limited = refusal.type() == ProblemType.RATE_LIMITED;
      count(limited ? Outcome.LIMITED : Outcome.FAILURE);
      throw refusal;
    }
  }

  private void count(Outcome outcome) {
    requireNonNull(outcomes.get(outcome), "registered at the start").inc();
  }
}
