package org.parley.users.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Paging;
import org.parley.contract.ProblemException;
import org.parley.contract.rest.QueryNumber;
import org.parley.users.audit.Audit;
import org.parley.users.audit.AuditKind;
import org.parley.users.audit.AuditView;

/** The audit log, for admins. */
@Path("/api/v1/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@AdminOnly
@RequestScoped
public class AuditResource {

  @Inject private Audit audit;

  /** The newest first. */
  @GET
  public AuditView.Page entries(
      @QueryParam("before") @Nullable String before,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("event") @Nullable String event,
      @QueryParam("subject_id") @Nullable String subjectId) {
    String wanted = event == null ? "" : event;
    if (!wanted.isEmpty() && AuditKind.find(wanted).isEmpty()) {
      throw ProblemException.invalid("event", "There is no such event.");
    }
    return audit.page(
        new Audit.Question(
            QueryNumber.optional("before", before).orElse(Long.MAX_VALUE),
            wanted,
            QueryNumber.optional("subject_id", subjectId).orElse(0)),
        QueryNumber.limit(limit, Paging.DEFAULT_LIMIT));
  }
}
