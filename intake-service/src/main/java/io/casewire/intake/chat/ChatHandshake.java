package io.casewire.intake.chat;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.ClientAddress;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the handshake of a socket: only pages of known origins may open a chat, since a browser
 * lets any page open a socket to anywhere and merely names the page's origin. Names the client to
 * the socket, and limits the socket's messages.
 */
@ApplicationScoped
class ChatHandshake {

  /** Carries the client's address to the socket, which sees only the headers of its request. */
  static final String CLIENT = "X-Casewire-Client";

  private static final int BEFORE_THE_UPGRADE = -1;

  private final Set<String> allowed;

  ChatHandshake(ChatConfig config) {
    this.allowed = config.allowedOrigins().orElse(Set.of());
  }

  void install(@Observes Router router) {
    router.route(ChatSocket.PATH).order(BEFORE_THE_UPGRADE).handler(this::check);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (isAllowed(request)) {
      request.headers().set(CLIENT, ClientAddress.of(request));
      MessageLimit.install(request);
      context.next();
    } else {
      context.fail(Problem.forbidden("Pages of this origin may not open a chat."));
    }
  }

  /** A program that is no browser sends no origin. */
  private boolean isAllowed(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || allowed.contains(origin) || isOwn(origin, request);
  }

  private static boolean isOwn(String origin, HttpServerRequest request) {
    String host = request.getHeader(HttpHeaders.HOST);
    return host != null && host.equalsIgnoreCase(authority(origin));
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
