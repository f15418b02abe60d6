package io.casewire.intake.lastword;

import io.casewire.events.CaseStatus;
import io.casewire.intake.access.Readers;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a customer closes his case and says how content he is. Staff do neither. */
@Path("/api/v1/cases/{caseId}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class LastWordResource {

  private final Readers readers;
  private final LastWords lastWords;

  LastWordResource(Readers readers, LastWords lastWords) {
    this.readers = readers;
    this.lastWords = lastWords;
  }

  /** Closes the case; once more is the same. */
  @POST
  @Path("/close")
  public Uni<ClosingAnswer> close(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return lastWords
        .close(caseId, readers.of(authorization))
        .map(id -> new ClosingAnswer(id, CaseStatus.CLOSED));
  }

  /** Rates the last resolution. */
  @POST
  @Path("/rating")
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking
  public Uni<RatingAnswer> rate(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Valid @NotNull RatingBody body) {
    return lastWords.rate(caseId, readers.of(authorization), body.score(), body.comment());
  }
}
