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
 * Lets pages of known origin open a chat. A browser lets any page open a socket to anywhere, and
 * only tells us whose page it is. Names the client, and limits the messages of the socket.
 */
@ApplicationScoped
class ChatDoor {

  /**
   * Carries the client's address to the socket, which knows no more of its request than headers.
   */
  static final String CLIENT = "X-Casewire-Client";

  private static final int BEFORE_THE_UPGRADE = -1;

  private final Set<String> allowed;

  ChatDoor(ChatConfig config) {
    this.allowed = config.allowedOrigins().orElse(Set.of());
  }

  void install(@Observes Router router) {
    router.route(ChatSocket.PATH).order(BEFORE_THE_UPGRADE).handler(this::check);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (isWelcome(request)) {
      request.headers().set(CLIENT, ClientAddress.of(request));
      MessageLimit.install(request);
      context.next();
    } else {
      context.fail(Problem.forbidden("Pages of this origin may not open a chat."));
    }
  }

  /** A program that is no browser sends no origin. */
  private boolean isWelcome(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || allowed.contains(origin) || isOurs(origin, request);
  }

  private static boolean isOurs(String origin, HttpServerRequest request) {
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
