package io.casewire.kit.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Tells requests of a browser for a page from requests of programs. */
final class BrowserRequest {

  /** Set by htmx on what it asks for. */
  static final String HTMX = "HX-Request";

  /** Everything below these is for programs, whatever they accept. */
  private static final List<String> FOR_PROGRAMS = List.of("/api/", "/q/");

  private BrowserRequest() {}

  /** Whether the answer will be read by a person: HTML is accepted, and the path has pages. */
  static boolean isForPage(RoutingContext context) {
    String accept = context.request().getHeader(HttpHeaders.ACCEPT);
    return isPath(context) && accept != null && accept.contains(MediaType.TEXT_HTML);
  }

  /** Whether htmx asks from inside of a page, where a redirect to another host does not work. */
  static boolean isFromInside(RoutingContext context) {
    return context.request().getHeader(HTMX) != null;
  }

  static Language languageOf(RoutingContext context) {
    HttpServerRequest request = context.request();
    Cookie chosen = request.getCookie(Language.COOKIE);
    return Language.preferred(
        chosen == null ? null : chosen.getValue(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static boolean isPath(RoutingContext context) {
    return FOR_PROGRAMS.stream().noneMatch(context.request().path()::startsWith);
  }
}
