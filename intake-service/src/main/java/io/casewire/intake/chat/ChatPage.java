package io.casewire.intake.chat;

import io.casewire.events.CaseStatus;
import io.casewire.kit.web.Language;
import io.casewire.kit.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page on which customers chat; its behaviour is in {@code chat.js}. */
@Path("/chat")
@PermitAll
class ChatPage {

  /** What the script says about the connection and about messages; their words are in the page. */
  private static final List<String> STATES =
      List.of(
          "connecting",
          "connected",
          "reconnecting",
          "offline",
          "sending",
          "waiting",
          "sent",
          "failed",
          "retry",
          "case",
          "session-unknown",
          "refused");

  private final Pages pages;

  ChatPage(Pages pages) {
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "chat", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Chat(List<Language> languages, List<String> states, List<String> statuses)
      implements TemplateInstance {}

  /** The page, the same for everybody: the session is the browser's to know. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public TemplateInstance open(RoutingContext request) {
    List<String> statuses = Arrays.stream(CaseStatus.values()).map(CaseStatus::wireName).toList();
    return pages.open(request, new Chat(List.of(Language.values()), STATES, statuses));
  }
}
