package io.casewire.intake.access;

import io.casewire.intake.conversation.ConversationView;
import io.casewire.intake.conversation.Conversations;
import io.casewire.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A case, for a viewer who may see it. */
@Path("/api/v1/cases/{caseId}")
@PermitAll
class CaseResource {

  private final Viewers viewers;
  private final Conversations conversations;

  CaseResource(Viewers viewers, Conversations conversations) {
    this.viewers = viewers;
    this.conversations = conversations;
  }

  /** The conversation as the caller may see it; a case hidden from the caller does not exist. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<ConversationView> get(
      @RestPath String caseId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return viewers
        .of(authorization)
        .chain(viewer -> conversations.read(caseId, viewer))
        .map(found -> found.orElseThrow(Problem::notFound));
  }
}
