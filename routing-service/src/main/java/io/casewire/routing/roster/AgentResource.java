package io.casewire.routing.roster;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.redaction.Redactor;
import io.casewire.kit.telemetry.Traces;
import io.casewire.routing.directory.Agent;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The staff: supervisors define them, everybody says for himself whether he is at work. */
@Path("/api/v1/agents")
class AgentResource {

  private final AgentDesk agents;
  private final Redactor redactor;
  private final SecurityIdentity identity;

  AgentResource(AgentDesk agents, Redactor redactor, SecurityIdentity identity) {
    this.agents = agents;
    this.redactor = redactor;
    this.identity = identity;
  }

  /** All agents, by id, for leads. */
  @GET
  @RolesAllowed(Role.Names.LEAD)
  public Uni<Page<AgentView>> list(
      @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
    return agents.list(PageRequest.of(limit, cursor));
  }

  /** When an agent came and went, the newest first, for leads. */
  @GET
  @Path("/{agentId}/presence-changes")
  @RolesAllowed(Role.Names.LEAD)
  public Uni<Page<PresenceChange>> presenceChanges(
      @RestPath String agentId,
      @RestQuery @Nullable String limit,
      @RestQuery @Nullable String cursor) {
    return agents.presenceChanges(agentId, PageRequest.of(limit, cursor));
  }

  /** An agent, for himself and for leads. */
  @GET
  @Path("/{agentId}")
  @RolesAllowed(Role.Names.AGENT)
  public Uni<AgentView> get(@RestPath String agentId) {
    requireSelfOrLead(agentId);
    return agents.get(agentId);
  }

  /** Defines an agent, anew or for the first time. */
  @PUT
  @Path("/{agentId}")
  @RolesAllowed(Role.Names.SUPERVISOR)
  public Uni<Response> put(@RestPath String agentId, @Valid @NotNull AgentBody body) {
    Agent agent = body.toAgent(agentId, redactor);
    Put.requireNone(agent.violations());
    Cause cause = Cause.of(Ids.next().toString(), Traces.traceparent().orElse(null));
    return agents.define(agent, Caller.of(identity).agentId(), cause).map(Put::respond);
  }

  /** Says whether an agent takes work, for himself and for leads. */
  @PUT
  @Path("/{agentId}/presence")
  @RolesAllowed(Role.Names.AGENT)
  public Uni<PresenceBody> present(@RestPath String agentId, @Valid @NotNull PresenceBody body) {
    requireSelfOrLead(agentId);
    return agents
        .present(agentId, WireNames.presence("state", body.state()), Caller.of(identity).agentId())
        .map(agent -> new PresenceBody(agent.presence()));
  }

  private void requireSelfOrLead(String agentId) {
    Caller caller = Caller.of(identity);
    if (!caller.agentId().equals(agentId) && !caller.isAtLeast(Role.LEAD)) {
      throw Problem.forbidden("The presence of another agent is a lead's to change.");
    }
  }

  /**
   * Whether an agent takes work.
   *
   * @param state {@code online}, {@code away} or {@code offline}
   */
  record PresenceBody(@NotBlank String state) {}
}
