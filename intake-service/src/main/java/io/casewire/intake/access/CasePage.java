package io.casewire.intake.access;

import io.casewire.intake.attachment.FileLimits;
import io.casewire.intake.conversation.Conversations;
import io.casewire.intake.form.FormErrors;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A customer's page of his case. The link in the browser's cookie decides what it shows. */
@Path(CasePage.PATH + "{caseId}")
@PermitAll
class CasePage {

  static final String PATH = "/case/";
  static final String SENT = "/sent";
  static final String CONTINUED = "continued";
  static final String RATED = "rated";

  private static final Pattern NUMBER = Pattern.compile("CW-[0-9]{1,12}");

  private static final int NOT_FOUND = 404;

  private final Conversations conversations;
  private final CustomerLinks links;
  private final FileDownloads downloads;
  private final FileLimits limits;
  private final Pages pages;

  CasePage(
      Conversations conversations,
      CustomerLinks links,
      FileDownloads downloads,
      FileLimits limits,
      Pages pages) {
    this.conversations = conversations;
    this.links = links;
    this.downloads = downloads;
    this.limits = limits;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "case", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CaseFile(
      ShownCase shown,
      @Nullable String continuedAs,
      boolean rated,
      ReplyForm reply,
      FormErrors errors,
      FileLimits limits)
      implements TemplateInstance {}

  @CheckedTemplate(basePath = "case", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record News(ShownCase shown) implements TemplateInstance {}

  @CheckedTemplate(basePath = "case", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Arrived(ShownCase shown, String link) implements TemplateInstance {}

  @CheckedTemplate(basePath = "case", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NoAccess() implements TemplateInstance {}

  /**
   * The case.
   *
   * @param continued the number of the case that the customer's last message has opened
   * @param rated whether he has just rated it
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Uni<Response> open(
      @RestPath UUID caseId,
      @RestQuery(CONTINUED) Optional<String> continued,
      @RestQuery(RATED) boolean rated,
      @RestCookie(CustomerLinks.COOKIE) @Nullable String token,
      RoutingContext request) {
    String continuedAs = continued.filter(NUMBER.asMatchPredicate()).orElse(null);
    return show(
        caseId,
        null,
        token,
        request,
        shown ->
            page(
                request,
                new CaseFile(
                    shown, continuedAs, rated, ReplyForm.empty(), FormErrors.none(), limits)));
  }

  /** A file of the conversation. */
  @GET
  @Path("/attachments/{attachmentId}")
  @Operation(hidden = true)
  public Uni<Response> file(
      @RestPath UUID attachmentId,
      @RestCookie(CustomerLinks.COOKIE) @Nullable String token,
      RoutingContext request) {
    return links
        .viewer(token)
        .map(viewer -> downloads.of(attachmentId, viewer, request))
        .orElseThrow(Problem::notFound);
  }

  /** Tells the sender of a request that it has arrived. */
  @GET
  @Path(SENT)
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Uni<Response> arrived(
      @RestPath UUID caseId,
      @RestCookie(CustomerLinks.COOKIE) @Nullable String token,
      RoutingContext request) {
    return show(
        caseId,
        null,
        token,
        request,
        shown -> page(request, new Arrived(shown, links.link(token))));
  }

  /**
   * The messages and the status that are new for a page that is open already.
   *
   * @param after the last message that it shows
   * @param status that it shows
   */
  @GET
  @Path("/news")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Uni<Response> news(
      @RestPath UUID caseId,
      @RestQuery Optional<String> after,
      @RestQuery String status,
      @RestCookie(CustomerLinks.COOKIE) @Nullable String token,
      RoutingContext request) {
    return show(
        caseId,
        after.map(CasePage::uuid).orElse(null),
        token,
        request,
        shown ->
            shown.isNoNews(status) ? Response.noContent().build() : page(request, new News(shown)));
  }

  private Uni<Response> show(
      UUID caseId,
      @Nullable UUID after,
      @Nullable String token,
      RoutingContext request,
      Function<ShownCase, Response> response) {
    return shown(caseId, after, token)
        .map(found -> found.map(response).orElseGet(() -> noAccess(pages, request)));
  }

  private Uni<Optional<ShownCase>> shown(
      UUID caseId, @Nullable UUID after, @Nullable String token) {
    return links
        .viewer(token)
        .map(
            viewer ->
                conversations
                    .readAfter(caseId, after, viewer)
                    .map(found -> found.map(view -> ShownCase.of(view, after, viewer))))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  /** The page names no message before there is one. */
  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Response page(RoutingContext request, TemplateInstance template) {
    return Response.ok(pages.open(request, template)).build();
  }

  /** The same for every invalid link, so that nobody learns which cases exist. */
  static Response noAccess(Pages pages, RoutingContext request) {
    return Response.status(NOT_FOUND).entity(pages.open(request, new NoAccess())).build();
  }
}
