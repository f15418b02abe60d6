package io.casewire.notification.listing;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The log of notices. */
@Path("/api/v1/notifications")
@Tag(name = "Notifications")
@RolesAllowed(Role.Names.AGENT)
class NotificationResource {

  private final NotificationList notifications;
  private final SecurityIdentity identity;

  NotificationResource(NotificationList notifications, SecurityIdentity identity) {
    this.notifications = notifications;
    this.identity = identity;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listNotifications",
      summary = "Notices of the cases that the caller may see, the newest first")
  public Uni<Page<NotificationItem>> list(
      @Parameter(description = "A case, by id or number") @RestQuery @Nullable String caseId,
      @Parameter(description = "A mail address or an agent's id") @RestQuery
          @Nullable String recipient,
      @Parameter(description = "One of queued, sent, delivered, bounced, failed, suppressed")
          @RestQuery
          @Nullable String state,
      @Parameter(description = "The most items, up to 200") @RestQuery @Nullable String limit,
      @Parameter(description = "The nextCursor of the page before") @RestQuery
          @Nullable String cursor) {
    NotificationFilter filter = new NotificationFilter(caseId, recipient, state);
    return notifications.read(Caller.of(identity), filter, PageRequest.of(limit, cursor));
  }
}
