package io.casewire.kit.web;

import io.casewire.kit.problem.ProblemPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows errors to people as pages, in their language. */
@Singleton
class ErrorPages implements ProblemPage {

  private static final int FORBIDDEN = 403;

  private final Pages pages;
  private final Words words;
  private final boolean hasSessions;

  ErrorPages(
      Pages pages,
      Words words,
      @ConfigProperty(name = "quarkus.oidc.application-type", defaultValue = "service")
          String applicationType) {
    this.pages = pages;
    this.words = words;
    this.hasSessions = !applicationType.equals("service");
  }

  @CheckedTemplate(basePath = "kit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ErrorPage(String kind, int status, String traceId, boolean canSignOut)
      implements TemplateInstance {}

  @Override
  public Optional<String> render(RoutingContext request, int status, String traceId) {
    if (!BrowserRequest.isForPage(request)) {
      return Optional.empty();
    }
    // A member of staff whose role does not allow this can sign in under another name.
    boolean canSignOut = hasSessions && status == FORBIDDEN;
    ErrorPage page = new ErrorPage(kindOf(status), status, traceId, canSignOut);
    return Optional.of(pages.open(request, page).render());
  }

  /** Not a request of htmx: a script can not follow the redirect to another site. */
  @Override
  public boolean maySignIn(RoutingContext request) {
    return BrowserRequest.isForPage(request) && !BrowserRequest.isFromInside(request);
  }

  private String kindOf(int status) {
    String exact = String.valueOf(status);
    if (words.has("error-title." + exact)) {
      return exact;
    }
    return status < 500 ? "400" : "500";
  }
}
