package org.parley.users.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.users.support.UserServiceArchive;

/** What the audit log tells people about themselves, and admins page by page. */
@ExtendWith(ArquillianExtension.class)
class AuditQueriesIT {

  private static final long ADA = 5_000_001;
  private static final long BEN = ADA + 1;

  @Inject private Audit audit;

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void tellsOnceOfWhatSomebodyDidAndOfWhatWasDoneToThem() {
    audit.record(AuditEvent.own(AuditKind.REGISTERED, ADA, 1));
    audit.record(AuditEvent.own(AuditKind.REGISTERED, BEN, 2));
    audit.record(AuditEvent.by(ADA, AuditKind.ACCOUNT_DEACTIVATED, BEN));
    audit.record(AuditEvent.by(BEN, AuditKind.ADMIN_GRANTED, ADA));
    audit.record(AuditEvent.to(ADA, AuditKind.SIGN_IN_FAILED, 3));
    audit.record(AuditEvent.own(AuditKind.SIGNED_OUT, ADA, 1));

    for (int limit = 1; limit <= 6; limit++) {
      assertThat(toldInPagesOf(limit))
          .as("in pages of %d", limit)
          .extracting(AuditView::event)
          .containsExactly(
              "registered", "account_deactivated", "admin_granted", "sign_in_failed", "signed_out");
    }
  }

  @Test
  void pagesFromTheNewestOn() {
    long user = 4_000_002;
    for (int i = 1; i <= 5; i++) {
      audit.record(AuditEvent.own(AuditKind.SIGNED_IN, user, i));
    }
    audit.record(AuditEvent.own(AuditKind.SIGNED_OUT, user, 5));

    AuditView.Page first = audit.page(new Audit.Question(Long.MAX_VALUE, "", user), 4);
    assertThat(first.entries()).extracting(AuditView::sessionId).containsExactly(5L, 5L, 4L, 3L);
    assertThat(first.hasMore()).isTrue();
    long last = first.entries().getLast().id();
    AuditView.Page second = audit.page(new Audit.Question(last, "", user), 4);
    assertThat(second.entries()).extracting(AuditView::sessionId).containsExactly(2L, 1L);
    assertThat(second.hasMore()).isFalse();
    assertThat(audit.page(new Audit.Question(Long.MAX_VALUE, "signed_out", user), 4).entries())
        .hasSize(1);
    assertThat(audit.about(user, last, 10)).extracting(AuditView::id).isSorted();
  }

  private List<AuditView> toldInPagesOf(int limit) {
    List<AuditView> told = new ArrayList<>();
    List<AuditView> page = audit.about(ADA, 0, limit);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      told.addAll(page);
      page = audit.about(ADA, page.getLast().id(), limit);
    }
    return told;
  }
}
