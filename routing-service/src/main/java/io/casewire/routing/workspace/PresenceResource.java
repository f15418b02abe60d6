package io.casewire.routing.workspace;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.FormText;
import io.casewire.kit.web.LocalAddress;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.roster.AgentDesk;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The switch with which an agent says whether he takes work. */
@Path("/desk/presence")
@RolesAllowed(Role.Names.AGENT)
class PresenceResource {

  private final AgentDesk agents;
  private final SecurityIdentity identity;

  PresenceResource(AgentDesk agents, SecurityIdentity identity) {
    this.agents = agents;
    this.identity = identity;
  }

  /** Changes it and goes back to where the agent was. */
  @POST
  @Operation(hidden = true)
  public Uni<Response> present(@RestForm @Nullable String state, @RestForm @Nullable String back) {
    Presence presence =
        Arrays.stream(Presence.values())
            .filter(value -> value.wireName().equals(FormText.of(state)))
            .findFirst()
            .orElseThrow(() -> Problem.invalid("state", "must be online, away or offline"));
    return agents
        .present(Caller.of(identity).agentId(), presence, Caller.of(identity).agentId())
        .map(ignored -> Response.seeOther(LocalAddress.of(back)).build());
  }
}
