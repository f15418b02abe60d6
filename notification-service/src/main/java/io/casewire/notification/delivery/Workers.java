package io.casewire.notification.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Takes work that needs the CPU for longer than an event loop may be without it. */
@ApplicationScoped
class Workers {

  private final Vertx vertx;

  Workers(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Does the work elsewhere and goes on in the context of the caller. */
  <T> Uni<T> call(Supplier<T> work) {
    return Uni.createFrom()
        .completionStage(() -> vertx.executeBlocking(work::get, false).toCompletionStage());
  }
}
