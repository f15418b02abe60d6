package io.casewire.sla.pages;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.redaction.Redactor;
import io.casewire.kit.telemetry.Traces;
import io.casewire.kit.web.FormText;
import io.casewire.kit.web.Pages;
import io.casewire.sla.desk.EscalationDesk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The board of open clocks, and the clocks of one case. */
@Path("/clocks")
@RolesAllowed(Role.Names.AGENT)
class ClockPages {

  private static final int LONGEST_REASON = 500;

  private final Board board;
  private final CaseStories stories;
  private final EscalationDesk escalations;
  private final Redactor redactor;
  private final Pages pages;
  private final SecurityIdentity identity;

  ClockPages(
      Board board,
      CaseStories stories,
      EscalationDesk escalations,
      Redactor redactor,
      Pages pages,
      SecurityIdentity identity) {
    this.board = board;
    this.stories = stories;
    this.escalations = escalations;
    this.redactor = redactor;
    this.pages = pages;
    this.identity = identity;
  }

  @CheckedTemplate(basePath = "clocks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ClockBoard(BoardView view) implements TemplateInstance {}

  @CheckedTemplate(basePath = "clocks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CaseClocks(CaseStory story) implements TemplateInstance {}

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Uni<TemplateInstance> board(
      @RestQuery @Nullable String queue,
      @RestQuery @Nullable String metric,
      @RestQuery @Nullable String state,
      @RestQuery @Nullable String cursor,
      RoutingContext request) {
    return board
        .read(
            Caller.of(identity),
            BoardFilter.of(queue, metric, state),
            cursor == null ? "" : cursor,
            new Spans(pages, request))
        .map(view -> pages.staff(request, identity, new ClockBoard(view)));
  }

  @GET
  @Path("/cases/{caseId}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Uni<TemplateInstance> ofCase(@RestPath String caseId, RoutingContext request) {
    return stories
        .tell(Caller.of(identity), caseId, new Spans(pages, request))
        .map(story -> pages.staff(request, identity, new CaseClocks(story)));
  }

  @POST
  @Path("/cases/{caseId}/escalations/{escalationId}")
  @Operation(hidden = true)
  public Uni<Response> acknowledge(
      @RestPath UUID caseId, @RestPath UUID escalationId, @RestForm @Nullable String reason) {
    String given = redactor.redact(FormText.required("reason", reason, LONGEST_REASON)).text();
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return escalations
        .acknowledge(Caller.of(identity), escalationId, given, cause)
        .map(_ -> Response.seeOther(URI.create("/clocks/cases/" + caseId)).build());
  }
}
