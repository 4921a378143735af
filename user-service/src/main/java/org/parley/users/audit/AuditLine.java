package org.parley.users.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.parley.contract.log.LogFields;

/**
 * A log line for each entry, once it is committed, by a logger of its own: {@code
 * org.parley.audit}. In JSON it has the fields {@code ext_audit_event}, {@code ext_actor_id},
 * {@code ext_subject_id}, {@code ext_address} besides those of every line.
 */
@ApplicationScoped
class AuditLine {

  private static final Logger LOG = System.getLogger("org.parley.audit");

  private static final ThreadLocal<@Nullable AuditEvent> CURRENT = new ThreadLocal<>();

  void start(@Observes Startup startup) {
    LogFields.add("audit_event", () -> field(event -> event.kind().word()));
    LogFields.add("actor_id", () -> id(AuditEvent::actorId));
    LogFields.add("subject_id", () -> id(AuditEvent::subjectId));
    LogFields.add("address", () -> field(event -> Provenance.current().address()));
  }

  void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditEvent event) {
    CURRENT.set(event);
    try {
      LOG.log(Level.INFO, text(event));
    } finally {
      CURRENT.remove();
    }
  }

  /** For people; ids are written without the grouping that a format would give them. */
  static String text(AuditEvent event) {
    StringBuilder text = new StringBuilder(event.kind().word());
    append(text, " by user ", event.actorId());
    append(text, " to user ", event.subjectId() == event.actorId() ? 0 : event.subjectId());
    append(text, " in session ", event.sessionId());
    if (event.times() > 1) {
      append(text, " times ", event.times());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String before, long id) {
    if (id != 0) {
      text.append(before).append(id);
    }
  }

  private static @Nullable String id(ToLongFunction<AuditEvent> part) {
    AuditEvent event = CURRENT.get();
    long id = event == null ? 0 : part.applyAsLong(event);
    return id == 0 ? null : Long.toString(id);
  }

  private static @Nullable String field(Function<AuditEvent, String> part) {
    AuditEvent event = CURRENT.get();
    String text = event == null ? "" : part.apply(event);
    return text.isEmpty() ? null : text;
  }
}
