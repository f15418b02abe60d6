package io.casewire.sla.rules;

import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The policies: what is promised for which cases. */
@Path("/api/v1/policies")
@Tag(name = "Policies")
class PolicyResource {

  private final PolicyDesk policies;
  private final SecurityIdentity identity;

  PolicyResource(PolicyDesk policies, SecurityIdentity identity) {
    this.policies = policies;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Role.Names.AGENT)
  @Operation(operationId = "getPolicies", summary = "All policies, as they are now or as they were")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PolicySetView.class)))
  public Uni<Response> get(@RestQuery @Nullable String version) {
    return policies
        .get(DefinitionVersion.parse(version))
        .map(view -> DefinitionVersion.respond(200, view, view.version()));
  }

  @PUT
  @RolesAllowed(Role.Names.SUPERVISOR)
  @Operation(
      operationId = "putPolicies",
      summary = "Defines all policies; clocks that run keep the version they were started under")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PolicySetView.class)))
  public Uni<Response> put(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull PolicySetBody body) {
    return policies.define(body, ifMatch, Caller.of(identity).agentId());
  }
}
