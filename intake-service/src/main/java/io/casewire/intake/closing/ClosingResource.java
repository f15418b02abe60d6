package io.casewire.intake.closing;

import io.casewire.events.CaseStatus;
import io.casewire.intake.access.Viewers;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a customer closes and rates his case. Staff do neither. */
@Path("/api/v1/cases/{caseId}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ClosingResource {

  /** A case that is closed now. */
  record ClosingAnswer(UUID caseId, CaseStatus status) {}

  private final Viewers viewers;
  private final CustomerClosing closing;

  ClosingResource(Viewers viewers, CustomerClosing closing) {
    this.viewers = viewers;
    this.closing = closing;
  }

  /** Closes the case; closing it once more changes nothing. */
  @POST
  @Path("/close")
  public Uni<ClosingAnswer> close(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return viewers
        .of(authorization)
        .chain(viewer -> closing.close(caseId, viewer))
        .map(id -> new ClosingAnswer(id, CaseStatus.CLOSED));
  }

  /** Rates the last resolution. */
  @POST
  @Path("/rating")
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking
  public Uni<Rating> rate(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Valid @NotNull Rating rating) {
    return closing.rate(caseId, viewers.of(authorization), rating);
  }
}
