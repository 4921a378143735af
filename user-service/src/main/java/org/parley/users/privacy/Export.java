package org.parley.users.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.parley.contract.Json;
import org.parley.users.account.UserView;
import org.parley.users.audit.Audit;
import org.parley.users.audit.AuditView;
import org.parley.users.session.Devices;

/**
 * A copy of everything user-service keeps about a person, less what is secret: no password hash, no
 * refresh token. Read and written page by page, each in a transaction of its own, so that years of
 * sessions fit in no more memory than a page.
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
    try (JsonGenerator json = Json.json().createGenerator(out)) {
      // What breaks off must not look complete, and each value is not worth a packet of its own.
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.writeStartObject();
      json.writeStringField("exported_at", clock.instant().toString());
      json.writeObjectField("account", self);
      json.writeArrayFieldStart("sessions");
      writeAll(json, after -> devices.export(self.id(), after, PAGE), Devices.Exported::id);
      json.writeEndArray();
      json.writeArrayFieldStart("audit");
      writeAll(json, after -> audit.about(self.id(), after, PAGE), AuditView::id);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static <T> void writeAll(
      JsonGenerator json, LongFunction<List<T>> pageAfter, ToLongFunction<T> id)
      throws IOException {
    List<T> page = pageAfter.apply(0);
    while (!page.isEmpty()) {
      for (T item : page) {
        json.writeObject(item);
      }
      page = pageAfter.apply(id.applyAsLong(page.getLast()));
    }
  }
}
