package org.parley.users.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import org.parley.contract.privacy.PersonalCopy;
import org.parley.contract.privacy.PersonalCopy.Pages;
import org.parley.users.account.UserView;
import org.parley.users.audit.Audit;
import org.parley.users.audit.AuditView;
import org.parley.users.session.Devices;

/**
 * A copy of everything user-service keeps about a person, less what is secret: no password hash, no
 * refresh token. Each page is read in a transaction of its own.
 */
@ApplicationScoped
class Export {

  /** 20 kB or so. */
  private static final int PAGE = 100;

  private Devices devices;
  private Audit audit;
  private Clock clock;

  protected Export() {
    // For CDI's proxy.
  }

  @Inject
  Export(Devices devices, Audit audit, Clock clock) {
    this.devices = devices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Writes it as one JSON object. */
  void write(UserView self, OutputStream out) throws IOException {
    PersonalCopy.write(
        out,
        clock.instant(),
        json -> {
          json.writeObjectField("account", self);
          PersonalCopy.writeAll(
              json,
              "sessions",
              new Pages<>(
                  0L, PAGE, after -> devices.export(self.id(), after, PAGE), Devices.Exported::id),
              json::writeObject);
          PersonalCopy.writeAll(
              json,
              "audit",
              new Pages<>(0L, PAGE, after -> audit.about(self.id(), after, PAGE), AuditView::id),
              json::writeObject);
        });
  }
}
