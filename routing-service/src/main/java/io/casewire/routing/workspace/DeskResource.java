package io.casewire.routing.workspace;

import io.casewire.events.wire.WireName;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.FormText;
import io.casewire.kit.web.LocalAddress;
import io.casewire.kit.web.Pages;
import io.casewire.routing.casework.CaseFilter;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.desk.CaseViews;
import io.casewire.routing.directory.Presence;
import io.casewire.routing.roster.AgentDesk;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The pages of the desk. */
@Path("/desk")
@RolesAllowed(Role.Names.AGENT)
@Produces(MediaType.TEXT_HTML)
class DeskResource {

  private static final int LONGEST_QUERY = 500;

  private final DeskPages desk;
  private final Board board;
  private final CaseViews views;
  private final AgentDesk agents;
  private final Pages pages;
  private final SecurityIdentity identity;

  DeskResource(
      DeskPages desk,
      Board board,
      CaseViews views,
      AgentDesk agents,
      Pages pages,
      SecurityIdentity identity) {
    this.desk = desk;
    this.agents = agents;
    this.board = board;
    this.views = views;
    this.pages = pages;
    this.identity = identity;
  }

  /** What there is to do. */
  @GET
  @Operation(hidden = true)
  public Uni<TemplateInstance> desk(
      @RestQuery @Nullable String list,
      @RestQuery @Nullable String current,
      RoutingContext request) {
    String tab = ListPane.WAITING.equals(list) ? ListPane.WAITING : ListPane.MINE;
    return desk.lists(caller(), tab, current).map(page -> shown(request, page));
  }

  /** The lead's board. */
  @GET
  @Path("/board")
  @RolesAllowed(Role.Names.LEAD)
  @Operation(hidden = true)
  public Uni<TemplateInstance> board(RoutingContext request) {
    return board.of(caller()).map(page -> shown(request, page));
  }

  /** Finds cases by words, numbers and parts of Chinese texts. */
  @GET
  @Path("/search")
  @Operation(hidden = true)
  public Uni<TemplateInstance> search(
      @RestQuery @Nullable String q, @RestQuery @Nullable String cursor, RoutingContext request) {
    String query = FormText.of(q).strip();
    if (query.length() > LONGEST_QUERY) {
      throw Problem.invalid("q", "must be at most " + LONGEST_QUERY + " characters");
    }
    if (query.isEmpty()) {
      return Uni.createFrom()
          .item(shown(request, DeskTemplates.searchPage("", List.of(), null, false)));
    }
    PageRequest page = PageRequest.of(null, cursor);
    return views
        .list(caller(), visible -> filter(visible, query), page)
        .map(found -> shown(request, searchPage(query, found, page)));
  }

  private static TemplateInstance searchPage(String query, Page<CaseItem> found, PageRequest page) {
    String next = next(query, found.nextCursor());
    boolean isPartial = next != null && found.items().size() < page.limit();
    return DeskTemplates.searchPage(query, found.items(), next, isPartial);
  }

  /** An address finds its customer's cases, anything else what was written and case numbers. */
  private static CaseFilter filter(Visible visible, String query) {
    boolean isAddress = query.contains("@") && !query.contains(" ");
    return isAddress
        ? new CaseFilter(visible, null, null, null, query, null)
        : new CaseFilter(visible, null, null, null, null, query);
  }

  private static @Nullable String next(String query, @Nullable String cursor) {
    return cursor == null
        ? null
        : "/desk/search?q=" + encoded(query) + "&cursor=" + encoded(cursor);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Says whether the agent takes work, and goes back to the page where the agent was. */
  @POST
  @Path("/presence")
  @Operation(hidden = true)
  public Uni<Response> present(@RestForm @Nullable String state, @RestForm @Nullable String back) {
    Presence presence =
        WireName.find(Presence.class, FormText.of(state))
            .orElseThrow(() -> Problem.invalid("state", "must be online, away or offline"));
    return agents
        .present(caller().agentId(), presence, caller().agentId())
        .map(ignored -> Response.seeOther(LocalAddress.of(back)).build());
  }

  private Caller caller() {
    return Caller.of(identity);
  }

  private TemplateInstance shown(RoutingContext request, TemplateInstance page) {
    return pages.staff(request, identity, page);
  }
}
