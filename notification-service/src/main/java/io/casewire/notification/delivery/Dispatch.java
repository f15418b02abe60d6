package io.casewire.notification.delivery;

import io.casewire.kit.loop.WakefulLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Claims due mails that did not go at once, and gives them to the lanes, as fast as the lanes take
 * them.
 */
@ApplicationScoped
public class Dispatch implements Runnable {

  private final Claims claims;
  private final Lanes lanes;
  private final Throttle throttle;
  private final DeliveryConfig config;
  private final WakefulLoop loop;

  /** Whether some mail may be waiting for another one of this process to be over. */
  private volatile boolean heldUp = true;

  Dispatch(Claims claims, Lanes lanes, Throttle throttle, DeliveryConfig config, Vertx vertx) {
    this.claims = claims;
    this.lanes = lanes;
    this.throttle = throttle;
    this.config = config;
    this.loop = new WakefulLoop("dispatch", vertx, this::pass);
  }

  void start(@Observes StartupEvent event) {
    lanes.start(this::resultsKept);
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
    lanes.stop();
  }

  /** Something may be due. */
  @Override
  public void run() {
    heldUp = true;
    loop.wake();
  }

  private void resultsKept() {
    if (heldUp) {
      loop.wake();
    }
  }

  private Uni<Duration> pass() {
    int room = throttle.room();
    if (room <= 0) {
      return Uni.createFrom().item(config.poll());
    }
    // Before it looks: whoever comes meanwhile sets it again.
    heldUp = false;
    return claims
        .take(room)
        .invoke(this::give)
        .map(claimed -> claimed.due() == room ? Duration.ZERO : config.poll());
  }

  private void give(Claims.Claimed claimed) {
    if (claimed.heldUp()) {
      heldUp = true;
    }
    lanes.accept(claimed.parcels());
  }
}
