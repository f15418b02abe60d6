package io.casewire.routing.workspace;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.Pages;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The page of a case, and its forms. What can't be done comes back as the page as it is now, with
 * the reason and with what was typed.
 */
@Path("/desk/cases/{caseId}")
@RolesAllowed(Role.Names.AGENT)
class CasePageResource {

  private static final int NOT_FOUND = Response.Status.NOT_FOUND.getStatusCode();

  private final CaseActions actions;
  private final Bench bench;
  private final Pages pages;
  private final SecurityIdentity identity;

  CasePageResource(CaseActions actions, Bench bench, Pages pages, SecurityIdentity identity) {
    this.actions = actions;
    this.bench = bench;
    this.pages = pages;
    this.identity = identity;
  }

  /**
   * Shows it.
   *
   * @param done what the agent has just done
   * @param redacted the kinds of secrets that were taken out of what he wrote
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Uni<TemplateInstance> show(
      @RestPath String caseId,
      @RestQuery @Nullable String done,
      @RestQuery @Nullable String redacted,
      RoutingContext request) {
    Draft draft =
        Notices.done(done, redacted, (key, arguments) -> pages.say(request, key, arguments));
    return bench
        .open(Caller.of(identity), caseId, pages.language(request), draft)
        .map(page -> pages.staff(request, identity, page));
  }

  /** Answers the customer. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("/reply")
  @Blocking
  @Operation(hidden = true)
  public Uni<Response> reply(@BeanParam CaseForm form, RoutingContext request) {
    return act(form, request, actions::reply, problem -> Notices.refused(problem, form.text(), ""));
  }

  /** Writes something down that the customer never sees. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("/note")
  @Blocking
  @Operation(hidden = true)
  public Uni<Response> note(@BeanParam CaseForm form, RoutingContext request) {
    return act(form, request, actions::note, problem -> Notices.refused(problem, "", form.text()));
  }

  /** Makes the agent the owner. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("/take")
  @Operation(hidden = true)
  public Uni<Response> take(@BeanParam CaseForm form, RoutingContext request) {
    return act(form, request, actions::take, CasePageResource::refused);
  }

  /** Gives back what was assigned to the agent. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("/decline")
  @Operation(hidden = true)
  public Uni<Response> decline(@BeanParam CaseForm form, RoutingContext request) {
    return act(form, request, actions::decline, CasePageResource::refused);
  }

  /** Gives the case to somebody, or puts it into a queue. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("/assign")
  @Operation(hidden = true)
  public Uni<Response> assign(@BeanParam CaseForm form, RoutingContext request) {
    return act(form, request, actions::assign, CasePageResource::refused);
  }

  /** Moves the case to another status. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("/status")
  @Operation(hidden = true)
  public Uni<Response> status(@BeanParam CaseForm form, RoutingContext request) {
    return act(form, request, actions::status, CasePageResource::refused);
  }

  private Uni<Response> act(
      CaseForm form,
      RoutingContext request,
      BiFunction<Caller, CaseForm, Uni<String>> action,
      Function<Problem, Draft> draft) {
    Caller caller = Caller.of(identity);
    return attempt(caller, form, action)
        .map(address -> Response.seeOther(URI.create(address)).build())
        .onFailure(Problem.class)
        .recoverWithUni(problem -> again(caller, form, request, problem, draft));
  }

  /** What is wrong with the form itself is found out at once, the rest later; both alike. */
  private static Uni<String> attempt(
      Caller caller, CaseForm form, BiFunction<Caller, CaseForm, Uni<String>> action) {
    try {
      return action.apply(caller, form);
    } catch (Problem problem) {
      return Uni.createFrom().failure(problem);
    }
  }

  private Uni<Response> again(
      Caller caller,
      CaseForm form,
      RoutingContext request,
      Problem problem,
      Function<Problem, Draft> draft) {
    if (problem.status() == NOT_FOUND) {
      return Uni.createFrom().failure(problem);
    }
    return bench
        .open(caller, form.caseId(), pages.language(request), draft.apply(problem))
        .chain(page -> pages.answer(problem.status(), pages.staff(request, identity, page)));
  }

  private static Draft refused(Problem problem) {
    return Notices.refused(problem, "", "");
  }
}
