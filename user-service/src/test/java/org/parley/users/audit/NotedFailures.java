package org.parley.users.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What would be written down of failures, for tests of those who note them. */
public final class NotedFailures {

  private final List<AuditEvent> written = new ArrayList<>();
  private final Failures failures =
      new Failures((event, at) -> written.add(event), InstantSource.system());

  /** Where they are noted. */
  public Failures failures() {
    return failures;
  }

  /** All so far. */
  public List<AuditEvent> written() {
    failures.drain();
    return List.copyOf(written);
  }
}
