package io.casewire.routing.desk;

import io.casewire.events.CaseStatus;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.routing.casework.CaseFilter;
import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.desk.CaseViews.DecisionPage;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Cases as staff see them: their own, those of their queues, or all. */
@Path("/api/v1/cases")
@RolesAllowed(Role.Names.AGENT)
class CaseResource {

  private static final int LONGEST_QUERY = 500;

  private final CaseViews views;
  private final SecurityIdentity identity;

  CaseResource(CaseViews views, SecurityIdentity identity) {
    this.views = views;
    this.identity = identity;
  }

  /** A page of cases, newest first. */
  @GET
  @Operation(
      description =
          "Newest first. A page may have fewer cases than the limit although a nextCursor follows:"
              + " a search for frequent words looks at a bounded number of cases at a time.")
  public Uni<Page<CaseItem>> list(
      @RestQuery @Nullable String status,
      @RestQuery @Nullable String queue,
      @RestQuery @Nullable String assignee,
      @RestQuery @Nullable String customer,
      @RestQuery @Nullable String q,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    CaseStatus wanted = status == null ? null : status(status);
    if (q != null && q.length() > LONGEST_QUERY) {
      throw Problem.invalid("q", "must be at most " + LONGEST_QUERY + " characters");
    }
    return views.list(
        Caller.of(identity),
        visible -> new CaseFilter(visible, wanted, queue, assignee, customer, q),
        page);
  }

  /** A case with its timeline; the case number does as well as the id. */
  @GET
  @Path("/{caseId}")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CaseItem.class)))
  public Uni<Response> get(@RestPath String caseId) {
    return views
        .detail(Caller.of(identity), caseId)
        .map(found -> Response.ok(found.item()).header(HttpHeaders.ETAG, found.eTag()).build());
  }

  /** Why it was assigned as it was, and while it waits, why it waits. */
  @GET
  @Path("/{caseId}/routing-decisions")
  public Uni<DecisionPage> decisions(
      @RestPath String caseId,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor) {
    return views.decisions(Caller.of(identity), caseId, PageRequest.of(limit, cursor));
  }

  private static CaseStatus status(String name) {
    return Arrays.stream(CaseStatus.values())
        .filter(status -> status.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("status", "must be one of " + statuses()));
  }

  private static String statuses() {
    return Arrays.stream(CaseStatus.values())
        .map(CaseStatus::wireName)
        .collect(Collectors.joining(", "));
  }
}
