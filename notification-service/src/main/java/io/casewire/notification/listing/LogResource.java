package io.casewire.notification.listing;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.Pages;
import io.casewire.notification.letter.LetterConfig;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The log of notices for people. */
@Path(LogResource.ADDRESS)
@RolesAllowed(Role.Names.AGENT)
@Produces(MediaType.TEXT_HTML)
class LogResource {

  static final String ADDRESS = "/notifications";

  private final NotificationList notifications;
  private final Pages pages;
  private final SecurityIdentity identity;
  private final URI desk;

  LogResource(
      NotificationList notifications,
      Pages pages,
      SecurityIdentity identity,
      LetterConfig letters) {
    this.notifications = notifications;
    this.pages = pages;
    this.identity = identity;
    this.desk = letters.deskPage();
  }

  /** Notices of the cases that the reader may see, the newest first. */
  @GET
  @Operation(hidden = true)
  public Uni<TemplateInstance> list(
      @RestQuery @Nullable String caseId,
      @RestQuery @Nullable String recipient,
      @RestQuery @Nullable String state,
      @RestQuery @Nullable String cursor,
      RoutingContext request) {
    NotificationFilter filter = NotificationFilter.typed(caseId, recipient, state);
    return notifications
        .rows(Caller.of(identity), filter, PageRequest.of(null, cursor))
        .map(found -> shown(request, page(filter, found)));
  }

  /** One notice. */
  @GET
  @Path("/{notificationId}")
  @Operation(hidden = true)
  public Uni<TemplateInstance> notice(@RestPath UUID notificationId, RoutingContext request) {
    return notifications
        .details(Caller.of(identity), notificationId)
        .onItem()
        .ifNull()
        .failWith(Problem::notFound)
        .map(notice -> new NoticePage(notice, Reason.of(notice.reason()), desk))
        .map(page -> shown(request, page));
  }

  private LogPage page(NotificationFilter filter, Page<NotificationRow> found) {
    return new LogPage(
        filter,
        NotificationFilter.STATES,
        found.items().stream().map(LogLine::of).toList(),
        desk,
        found.nextCursor() == null ? null : ADDRESS + "?" + filter.query(found.nextCursor()));
  }

  private TemplateInstance shown(RoutingContext request, TemplateInstance page) {
    return pages.staff(request, identity, page);
  }
}
