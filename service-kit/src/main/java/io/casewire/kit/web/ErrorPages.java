package io.casewire.kit.web;

import io.casewire.kit.problem.ProblemPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows errors to people as pages, in their language. */
@Singleton
class ErrorPages implements ProblemPage {

  private final Pages pages;
  private final Words words;

  ErrorPages(Pages pages, Words words) {
    this.pages = pages;
    this.words = words;
  }

  @CheckedTemplate(basePath = "kit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ErrorPage(String kind, int status, String traceId) implements TemplateInstance {}

  @Override
  public Optional<String> render(RoutingContext request, int status, String traceId) {
    if (!PageRequest.isForPage(request)) {
      return Optional.empty();
    }
    return Optional.of(
        pages.open(request, new ErrorPage(kindOf(status), status, traceId)).render());
  }

  /** Not a request of htmx: a script can not follow the redirect to another site. */
  @Override
  public boolean maySignIn(RoutingContext request) {
    return PageRequest.isForPage(request) && !PageRequest.isFromInside(request);
  }

  private String kindOf(int status) {
    String exact = String.valueOf(status);
    if (words.has("error-title." + exact)) {
      return exact;
    }
    return status < 500 ? "400" : "500";
  }
}
