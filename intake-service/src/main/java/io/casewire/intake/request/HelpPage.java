package io.casewire.intake.request;

import io.casewire.events.Category;
import io.casewire.intake.access.CustomerLinks;
import io.casewire.intake.attachment.FileLimits;
import io.casewire.intake.conversation.OpenedCase;
import io.casewire.intake.form.FormErrors;
import io.casewire.intake.form.Forms;
import io.casewire.intake.form.Forms.FormFailure;
import io.casewire.intake.form.PostedForm;
import io.casewire.intake.ratelimit.SenderLimits;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.ClientAddress;
import io.casewire.kit.web.Language;
import io.casewire.kit.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page with the help form. */
@Path("/")
@PermitAll
class HelpPage {

  /** Not "no-store": a browser that goes back to the form shows the text that was typed. */
  private static final String ASK_AGAIN = "no-cache";

  private final Forms forms;
  private final SenderLimits senders;
  private final RequestIntake intake;
  private final FileLimits limits;
  private final CustomerLinks links;
  private final Pages pages;

  HelpPage(
      Forms forms,
      SenderLimits senders,
      RequestIntake intake,
      FileLimits limits,
      CustomerLinks links,
      Pages pages) {
    this.forms = forms;
    this.senders = senders;
    this.intake = intake;
    this.limits = limits;
    this.links = links;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record HelpFormPage(
      HelpForm form,
      FormErrors errors,
      List<String> categories,
      List<Language> languages,
      FileLimits limits)
      implements TemplateInstance {}

  /** An empty form. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response open(RoutingContext request) {
    HelpForm empty = HelpForm.empty(pages.language(request));
    return Response.ok(page(request, empty, FormErrors.none()))
        .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
        .build();
  }

  /** Sends the form; if that fails, it comes back as it was typed, with the reason beside it. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @Blocking
  @Operation(hidden = true)
  public Uni<Response> send(PostedForm posted, RoutingContext request) {
    HelpForm form = HelpForm.of(posted);
    return Uni.createFrom()
        .deferred(() -> take(form, posted, request))
        .map(this::confirm)
        .onFailure()
        .recoverWithUni(failure -> again(form, failure, request));
  }

  private Uni<OpenedCase> take(HelpForm form, PostedForm posted, RoutingContext request) {
    if (posted.tooLarge()) {
      throw Problem.tooLarge(limits.totalBytes());
    }
    RequestBody body = form.toRequest(posted.files());
    forms.check(body);
    String address = body.address().value();
    senders.countRequest(ClientAddress.of(request.request()), address);
    RequestKey key = forms.key(form.submission(), "customer " + address, body);
    return intake.take(body, key).map(Outcome::value);
  }

  /** On a page of its own, so that reloading it sends nothing again. */
  private Response confirm(OpenedCase opened) {
    return Response.seeOther(CustomerLinks.confirmationAddress(opened.caseId()))
        .cookie(links.cookie(opened.caseId(), links.formToken(opened)))
        .build();
  }

  private Uni<Response> again(HelpForm form, Throwable failure, RoutingContext request) {
    return forms
        .explain(failure, HelpForm.FIELDS, pages.language(request))
        .map(explained -> Uni.createFrom().item(page(request, form, explained)))
        .orElseGet(() -> Uni.createFrom().failure(failure));
  }

  private Response page(RoutingContext request, HelpForm form, FormFailure failure) {
    HelpForm shown = failure.sentBefore() ? form.asNewSubmission() : form;
    return failure.answer(page(request, shown, failure.errors()));
  }

  private TemplateInstance page(RoutingContext request, HelpForm form, FormErrors errors) {
    List<String> categories = Arrays.stream(Category.values()).map(Category::wireName).toList();
    List<Language> languages = List.of(Language.values());
    return pages.open(request, new HelpFormPage(form, errors, categories, languages, limits));
  }
}
