package io.casewire.intake.message;

import io.casewire.intake.access.CustomerLinks;
import io.casewire.intake.access.ReplyForm;
import io.casewire.intake.attachment.FileLimits;
import io.casewire.intake.conversation.PlacedMessage;
import io.casewire.intake.conversation.Viewer;
import io.casewire.intake.form.FormErrors;
import io.casewire.intake.form.Forms;
import io.casewire.intake.form.Forms.FormFailure;
import io.casewire.intake.form.PostedForm;
import io.casewire.kit.idempotency.Outcome;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where the page of a case sends the messages of its customer. */
@Path("/case/{caseId}/messages")
@PermitAll
class ReplyPage {

  /** The form's own names of the message's fields. */
  private static final Map<String, String> FIELDS = Map.of("text", "reply");

  private final CustomerLinks links;
  private final Forms forms;
  private final CustomerMessages messages;
  private final FileLimits limits;
  private final Pages pages;

  ReplyPage(
      CustomerLinks links, Forms forms, CustomerMessages messages, FileLimits limits, Pages pages) {
    this.links = links;
    this.forms = forms;
    this.messages = messages;
    this.limits = limits;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "case", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ReplyAgain(UUID caseId, ReplyForm reply, FormErrors errors, FileLimits limits)
      implements TemplateInstance {}

  /** Adds the message; if that fails, it comes back as it was typed, with the reason beside it. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @Blocking
  @Operation(hidden = true)
  public Uni<Response> send(
      @RestPath UUID caseId,
      @RestCookie(CustomerLinks.COOKIE) @Nullable String token,
      PostedForm posted,
      RoutingContext request) {
    ReplyForm reply = ReplyForm.of(posted);
    Viewer viewer = links.viewer(token).orElseThrow(Problem::notFound);
    return Uni.createFrom()
        .deferred(() -> add(caseId, viewer, reply, posted))
        .map(placed -> backToCase(caseId, placed))
        .onFailure()
        .recoverWithUni(failure -> again(caseId, reply, failure, request));
  }

  private Uni<PlacedMessage> add(UUID caseId, Viewer viewer, ReplyForm reply, PostedForm posted) {
    if (posted.tooLarge()) {
      throw Problem.tooLarge(limits.totalBytes());
    }
    MessageBody body = new MessageBody(reply.text(), posted.files());
    forms.check(body);
    RequestKey key = forms.key(reply.submission(), "holder " + viewer, body);
    return messages.add(caseId.toString(), viewer, body, key).map(Outcome::value);
  }

  /** Where a message has opened another case, the page says so: its link comes by mail. */
  private static Response backToCase(UUID caseId, PlacedMessage placed) {
    return Response.seeOther(
            placed.caseId().equals(caseId)
                ? CustomerLinks.address(caseId)
                : CustomerLinks.continuedAddress(caseId, placed.caseNumber()))
        .build();
  }

  private Uni<Response> again(
      UUID caseId, ReplyForm reply, Throwable failure, RoutingContext request) {
    return forms
        .explain(failure, FIELDS, pages.language(request))
        .map(explained -> Uni.createFrom().item(page(caseId, reply, explained, request)))
        .orElseGet(() -> Uni.createFrom().failure(failure));
  }

  private Response page(UUID caseId, ReplyForm reply, FormFailure failure, RoutingContext request) {
    ReplyForm shown = failure.sentBefore() ? reply.asNewSubmission() : reply;
    return failure.answer(
        pages.open(request, new ReplyAgain(caseId, shown, failure.errors(), limits)));
  }
}
