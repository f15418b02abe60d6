package io.casewire.routing.desk;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.routing.casework.CaseFilter;
import io.casewire.routing.casework.CaseItem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an agent owns, as far as the caller may see it. */
@Path("/api/v1/agents/{agentId}/cases")
@RolesAllowed(Role.Names.AGENT)
class AgentCasesResource {

  private final CaseViews views;
  private final SecurityIdentity identity;

  AgentCasesResource(CaseViews views, SecurityIdentity identity) {
    this.views = views;
    this.identity = identity;
  }

  /** A page of his cases, newest first. */
  @GET
  public Uni<Page<CaseItem>> list(
      @RestPath String agentId,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor) {
    return views.list(
        Caller.of(identity),
        visible -> CaseFilter.ownedBy(agentId, visible),
        PageRequest.of(limit, cursor));
  }
}
