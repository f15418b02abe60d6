package io.casewire.notification.delivery;

import io.casewire.kit.loop.WakefulLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Claims due mails and gives them to the lanes, as fast as the lanes take them. */
@ApplicationScoped
public class Dispatch implements Runnable {

  private final Claims claims;
  private final Lanes lanes;
  private final Throttle throttle;
  private final DeliveryConfig config;
  private final WakefulLoop loop;

  Dispatch(Claims claims, Lanes lanes, Throttle throttle, DeliveryConfig config, Vertx vertx) {
    this.claims = claims;
    this.lanes = lanes;
    this.throttle = throttle;
    this.config = config;
    this.loop = new WakefulLoop("dispatch", vertx, this::pass);
  }

  void start(@Observes StartupEvent event) {
    lanes.start(this);
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
    lanes.stop();
  }

  /** Something may be due. */
  @Override
  public void run() {
    loop.wake();
  }

  private Uni<Duration> pass() {
    int room = throttle.room();
    if (room <= 0) {
      return Uni.createFrom().item(config.poll());
    }
    return claims
        .take(room)
        .invoke(claimed -> lanes.accept(claimed.parcels()))
        .map(claimed -> claimed.due() == room ? Duration.ZERO : config.poll());
  }
}
