package io.casewire.sla.pages;

import io.casewire.kit.identity.Role;
import io.casewire.kit.web.Pages;
import io.casewire.sla.rules.CalendarView;
import io.casewire.sla.rules.PolicySetView;
import io.casewire.sla.rules.RuleLibrary;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Policies and calendars, to read. */
@Path("/clocks")
@RolesAllowed(Role.Names.AGENT)
@Produces(MediaType.TEXT_HTML)
class RulePages {

  private final RuleLibrary library;
  private final Pages pages;
  private final SecurityIdentity identity;

  RulePages(RuleLibrary library, Pages pages, SecurityIdentity identity) {
    this.library = library;
    this.pages = pages;
    this.identity = identity;
  }

  @CheckedTemplate(basePath = "clocks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Policies(PolicySetView set, List<PolicyCard> cards) implements TemplateInstance {}

  @CheckedTemplate(basePath = "clocks", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Calendar(CalendarView calendar, List<DayHours> week, List<DayHours> holidays)
      implements TemplateInstance {}

  @GET
  @Path("/policies")
  @Operation(hidden = true)
  public Uni<TemplateInstance> policies(
      @RestQuery @Nullable String version, RoutingContext request) {
    return library
        .policies(version)
        .map(set -> pages.staff(request, identity, page(set, new Spans(pages, request))));
  }

  @GET
  @Path("/calendars/{id}")
  @Operation(hidden = true)
  public Uni<TemplateInstance> calendar(
      @RestPath String id, @RestQuery @Nullable String version, RoutingContext request) {
    return library
        .calendar(id, version)
        .map(calendar -> pages.staff(request, identity, page(calendar)));
  }

  private static TemplateInstance page(PolicySetView set, Spans spans) {
    return new Policies(
        set, set.policies().stream().map(policy -> PolicyCard.of(policy, spans)).toList());
  }

  private static TemplateInstance page(CalendarView calendar) {
    return new Calendar(calendar, DayHours.week(calendar), DayHours.holidays(calendar));
  }
}
