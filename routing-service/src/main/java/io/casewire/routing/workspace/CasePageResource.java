package io.casewire.routing.workspace;

import io.casewire.kit.idempotency.Idempotency;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.idempotency.RequestKeys;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.redaction.Finding;
import io.casewire.kit.redaction.Redacted;
import io.casewire.kit.redaction.Redactor;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.kit.web.FormText;
import io.casewire.kit.web.Pages;
import io.casewire.kit.web.Words;
import io.casewire.routing.desk.CaseCommands;
import io.casewire.routing.desk.CommandRequest;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The page of a case, and its forms. A form that is refused comes back as the page as it is now,
 * with the reason and with the text that was typed.
 */
@Path("/desk/cases/{caseId}")
@RolesAllowed(Role.Names.AGENT)
class CasePageResource {

  private static final int NOT_FOUND = Response.Status.NOT_FOUND.getStatusCode();

  private final CaseCommands commands;
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final RequestKeys keys;
  private final Redactor redactor;
  private final DeskPages desk;
  private final Pages pages;
  private final Words words;
  private final SecurityIdentity identity;

  CasePageResource(
      CaseCommands commands,
      Transactions transactions,
      Idempotency idempotency,
      RequestKeys keys,
      Redactor redactor,
      DeskPages desk,
      Pages pages,
      Words words,
      SecurityIdentity identity) {
    this.commands = commands;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.keys = keys;
    this.redactor = redactor;
    this.desk = desk;
    this.pages = pages;
    this.words = words;
    this.identity = identity;
  }

  /**
   * Shows the case.
   *
   * @param done the form that the agent has just sent
   * @param redacted the kinds of secrets that were taken out of its text
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Uni<TemplateInstance> show(
      @RestPath String caseId,
      @RestQuery @Nullable String done,
      @RestQuery @Nullable String redacted,
      RoutingContext request) {
    FormOutcome outcome = FormOutcome.done(done, redacted, words, pages.language(request));
    return page(Caller.of(identity), caseId, request, outcome);
  }

  /** Carries out a form; on a worker thread, since texts are searched for secrets. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("/{action}")
  @Blocking
  @Operation(hidden = true)
  public Uni<Response> send(@BeanParam CaseForm form, RoutingContext request) {
    Caller caller = Caller.of(identity);
    return Uni.createFrom()
        .deferred(() -> carryOut(caller, form))
        .map(address -> Response.seeOther(URI.create(address)).build())
        .onFailure(Problem.class)
        .recoverWithUni(problem -> refused(problem, caller, form, request));
  }

  /** Carries out the form's command and answers where to go afterwards. */
  private Uni<String> carryOut(Caller caller, CaseForm form) {
    return form.writes() ? write(caller, form) : move(caller, form);
  }

  private Uni<String> move(Caller caller, CaseForm form) {
    CommandRequest request = request(caller, form, "");
    return transactions.write(unitOfWork -> carryOut(unitOfWork, request, form, List.of()));
  }

  private Uni<String> write(Caller caller, CaseForm form) {
    Redacted text = redactor.redact(FormText.required("text", form.text(), CaseForm.LONGEST_TEXT));
    CommandRequest request = request(caller, form, text.text());
    RequestKey key =
        keys.forForm(
            form.key(), "staff " + caller.agentId(), form.action(), form.then(), form.text());
    return idempotency
        .once(key, String.class, unitOfWork -> carryOut(unitOfWork, request, form, text.findings()))
        .map(outcome -> outcome.value());
  }

  private static CommandRequest request(Caller caller, CaseForm form, String cleanText) {
    return CommandRequest.of(
        form.caseId(), caller, form.version(), form.command(caller.agentId(), cleanText));
  }

  private Uni<String> carryOut(
      UnitOfWork unitOfWork, CommandRequest request, CaseForm form, List<Finding> findings) {
    List<String> kinds = findings.stream().map(found -> found.kind().wireName()).toList();
    return commands
        .carryOut(unitOfWork, request)
        .map(theCase -> FormOutcome.address(theCase.id().toString(), form.action(), kinds));
  }

  private Uni<Response> refused(
      Problem problem, Caller caller, CaseForm form, RoutingContext request) {
    if (problem.status() == NOT_FOUND) {
      return Uni.createFrom().failure(problem);
    }
    FormOutcome outcome = FormOutcome.refused(problem, form.action(), form.text());
    return page(caller, form.caseId(), request, outcome)
        .chain(page -> pages.answer(problem.status(), page));
  }

  private Uni<TemplateInstance> page(
      Caller caller, String caseId, RoutingContext request, FormOutcome outcome) {
    return desk.openCase(caller, caseId, pages.language(request), outcome)
        .map(page -> pages.staff(request, identity, page));
  }
}
