package io.casewire.notification.delivery;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.smtp.SmtpConfig;
import io.casewire.notification.smtp.SmtpConnection;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The connections to the mail server, each with a thread of its own that takes the next mail when
 * it is done with one: a slow mail holds up its own lane only.
 */
@ApplicationScoped
class Lanes {

  private final BlockingQueue<Parcel> waiting = new LinkedBlockingQueue<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final DeliveryConfig config;
  private final SmtpConfig smtp;
  private final Settlement settlement;
  private final Throttle throttle;
  private final Vertx vertx;
  private final LoopSupervisor loops;
  private volatile boolean stopped;

  Lanes(
      DeliveryConfig config,
      SmtpConfig smtp,
      Settlement settlement,
      Throttle throttle,
      Vertx vertx,
      LoopSupervisor loops) {
    this.config = config;
    this.smtp = smtp;
    this.settlement = settlement;
    this.throttle = throttle;
    this.vertx = vertx;
    this.loops = loops;
    if (smtp.attemptTimeout().multipliedBy(2).compareTo(config.lease()) > 0) {
      throw new IllegalArgumentException("an attempt may take half of the lease at most");
    }
  }

  void start(Consumer<Boolean> whenKept) {
    settlement.start(whenKept);
    for (int i = 0; i < config.connections(); i++) {
      Lane lane =
          new Lane(waiting, smtp, new SmtpConnection(smtp, vertx), settlement, throttle, loops);
      lanes.add(lane);
      lane.start();
    }
  }

  void accept(List<Parcel> parcels) {
    throttle.took(parcels.size());
    waiting.addAll(parcels);
    if (stopped) {
      giveBack();
    }
  }

  /** Keeps results of mails that no lane has to send. */
  void settle(List<Result> results) {
    throttle.took(results.size());
    results.forEach(settlement::add);
  }

  /** Gives back what no lane has begun, and lets those that have begun come to their end. */
  void stop() {
    throttle.close();
    stopped = true;
    lanes.forEach(Lane::stop);
    giveBack();
    lanes.forEach(Lane::awaitEnd);
    settlement.stop();
  }

  private void giveBack() {
    List<Parcel> left = new ArrayList<>();
    waiting.drainTo(left);
    left.forEach(parcel -> settlement.add(new Result(parcel.delivery(), new Outcome.NotTried())));
  }
}
