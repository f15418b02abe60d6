package io.casewire.kit.web;

import io.casewire.kit.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protects people who have a session in their browser.
 *
 * <ul>
 *   <li>Only files of this service run, style and fill a page, and no other site may frame it: text
 *       that somebody smuggles into a page stays text.
 *   <li>A request that comes with a cookie and wants to change something must come from a page of
 *       this very service, by what the browser says about its origin ({@code Sec-Fetch-Site}, else
 *       {@code Origin}). A request with an {@code Authorization} header is no browser's own doing.
 * </ul>
 */
@Singleton
class PageProtection {

  /** Before everything that could answer. */
  private static final int FIRST = -1_000;

  private static final int UNAUTHORIZED = 401;

  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  void install(@Observes Router router) {
    router
        .route()
        .order(FIRST)
        .handler(
            context -> {
              protect(context);
              context.next();
            });
    router.route().order(FIRST + 1).handler(PageProtection::refuseForeignChange);
  }

  private static void protect(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    context.addHeadersEndHandler(
        ignored -> {
          keepOutOfCaches(headers);
          reloadWhereSessionEnded(context);
        });
  }

  /** A page shows what only its reader may see. */
  private static void keepOutOfCaches(MultiMap headers) {
    String type = headers.get(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith("text/html") && !headers.contains("Cache-Control")) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  /** Htmx then asks for the whole page, and that request may be sent to sign in. */
  private static void reloadWhereSessionEnded(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (BrowserRequest.isFromInside(context) && response.getStatusCode() == UNAUTHORIZED) {
      response.putHeader("HX-Refresh", "true");
    }
  }

  private static void refuseForeignChange(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean riskful =
        !HARMLESS.contains(request.method())
            && request.headers().contains(HttpHeaders.COOKIE)
            && !request.headers().contains(HttpHeaders.AUTHORIZATION);
    if (riskful && !isFromOwnPage(request)) {
      context.fail(Problem.forbidden("The request does not come from a page of this service."));
    } else {
      context.next();
    }
  }

  private static boolean isFromOwnPage(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null
        ? isOwn(request.getHeader(HttpHeaders.ORIGIN), request)
        : site.equals("same-origin");
  }

  private static boolean isOwn(@Nullable String origin, HttpServerRequest request) {
    if (origin == null || request.authority() == null) {
      return false;
    }
    try {
      return request.authority().toString().equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
