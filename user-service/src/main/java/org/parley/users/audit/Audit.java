package org.parley.users.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.parley.contract.log.LogContext;

/**
 * The audit log. Every method is one transaction, or part of the caller's: what is rolled back was
 * not written down either, and what cannot be written down does not happen.
 */
@ApplicationScoped
@Transactional
public class Audit {

  private AuditStore store;
  private Clock clock;
  private Event<AuditEvent> written;

  protected Audit() {
    // For CDI's proxy.
  }

  @Inject
  Audit(AuditStore store, Clock clock, Event<AuditEvent> written) {
    this.store = store;
    this.clock = clock;
    this.written = written;
  }

  /** Which entries are asked for. */
  public record Question(long before, String event, long subjectId) {

    /** All of them, newest first. */
    public static final Question ALL = new Question(Long.MAX_VALUE, "", 0);
  }

  /** Writes it down, with where the request that is being answered came from. */
  public void record(AuditEvent event) {
    record(event, clock.instant());
  }

  /** The same of what happened a moment ago. */
  void record(AuditEvent event, Instant at) {
    String requestId = LogContext.current().requestId();
    store.insert(new AuditEntry(event, Provenance.current(), requestId, at));
    written.fire(event);
  }

  /**
   * The newest entries before an id; one more than {@code limit} tells that there are more.
   *
   * @param question {@code before} excluded; an empty event and the subject 0 mean any
   */
  public AuditView.Page page(Question question, int limit) {
    return AuditView.Page.of(store.find(question, limit + 1), limit);
  }

  /**
   * What somebody did or what was done to their account after an entry, oldest first, as told to
   * them.
   */
  public List<AuditView> about(long userId, long after, int limit) {
    return store.findAbout(userId, after, limit).stream()
        .map(entry -> entry.toView().asToldTo(userId))
        .toList();
  }
}
