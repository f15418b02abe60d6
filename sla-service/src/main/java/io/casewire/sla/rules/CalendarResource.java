package io.casewire.sla.rules;

import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Business calendars: when time counts. */
@Path("/api/v1/calendars")
@Tag(name = "Calendars")
class CalendarResource {

  private final CalendarDesk calendars;
  private final SecurityIdentity identity;

  CalendarResource(CalendarDesk calendars, SecurityIdentity identity) {
    this.calendars = calendars;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Role.Names.AGENT)
  @Operation(operationId = "listCalendars", summary = "All calendars as they are now, by id")
  public Uni<Page<CalendarView>> list(
      @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
    return calendars.list(PageRequest.of(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Role.Names.AGENT)
  @Operation(operationId = "getCalendar", summary = "A calendar, as it is now or as it was")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CalendarView.class)))
  public Uni<Response> get(@RestPath String id, @RestQuery @Nullable String version) {
    return calendars
        .get(id, DefinitionVersion.parse(version))
        .map(view -> DefinitionVersion.respond(200, view, view.version()));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.Names.SUPERVISOR)
  @Operation(
      operationId = "putCalendar",
      summary = "Defines a calendar; clocks that run keep the version they were started under")
  @APIResponse(
      responseCode = "200",
      description = "Defined; 201 when it is new",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CalendarView.class)))
  public Uni<Response> put(
      @RestPath @Pattern(regexp = CalendarDesk.ID) String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull CalendarBody body) {
    return calendars.define(id, body, ifMatch, Caller.of(identity).agentId());
  }
}
