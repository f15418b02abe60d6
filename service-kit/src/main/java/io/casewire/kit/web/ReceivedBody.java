package io.casewire.kit.web;

import io.netty.buffer.ByteBufInputStream;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Gives a REST endpoint the body that was received for it. Without this the framework reads nothing
 * from a request that has ended, and keeps copies of the body.
 */
class ReceivedBody {

  @SuppressWarnings("deprecation") // any other way to the bytes copies them
  @ServerRequestFilter(preMatching = true)
  void filter(ContainerRequestContext request, RoutingContext context) {
    Buffer body = context.body().buffer();
    if (body != null) {
      request.setEntityStream(new ByteBufInputStream(body.getByteBuf().duplicate()));
    }
  }
}
