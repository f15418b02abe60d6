package io.casewire.notification.delivery;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
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

  /** Whether some may be due that there was no room for. */
  private volatile boolean full;

  Dispatch(
      Claims claims, Lanes lanes, Throttle throttle, DeliveryConfig config, LoopSupervisor loops) {
    this.claims = claims;
    this.lanes = lanes;
    this.throttle = throttle;
    this.config = config;
    this.loop = loops.onEventLoop("dispatch", this::pass);
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
    loop.wake();
  }

  private void resultsKept(boolean nextIsDue) {
    if (nextIsDue || full) {
      loop.wake();
    }
  }

  private Uni<Duration> pass() {
    // Before it looks: room may come meanwhile.
    full = true;
    int room = throttle.room();
    if (room <= 0) {
      return Uni.createFrom().item(config.poll());
    }
    full = false;
    return claims
        .take(room)
        .invoke(claimed -> lanes.accept(claimed.parcels()))
        .invoke(claimed -> lanes.settle(claimed.over()))
        .map(claimed -> claimed.more() ? Duration.ZERO : config.poll());
  }
}
