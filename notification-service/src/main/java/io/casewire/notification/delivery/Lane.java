package io.casewire.notification.delivery;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.ThreadLoop;
import io.casewire.kit.transaction.Faults;
import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.smtp.SmtpConfig;
import io.casewire.notification.smtp.SmtpConnection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One connection and the thread that uses it. */
final class Lane {

  private static final Logger LOG = Logger.getLogger(Lane.class);

  /** How soon a lane without work notices that it is to end. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** How long an attempt may hold up the end of the process; after that its lease runs out. */
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

  private final BlockingQueue<Parcel> waiting;
  private final SmtpConfig smtp;
  private final SmtpConnection connection;
  private final Settlement settlement;
  private final Throttle throttle;
  private final ThreadLoop loop;

  Lane(
      BlockingQueue<Parcel> waiting,
      SmtpConfig smtp,
      SmtpConnection connection,
      Settlement settlement,
      Throttle throttle,
      LoopSupervisor loops) {
    this.waiting = waiting;
    this.smtp = smtp;
    this.connection = connection;
    this.settlement = settlement;
    this.throttle = throttle;
    // Virtual, since an attempt that takes too long is interrupted.
    this.loop = loops.onVirtualThread("delivery-lane", this::pass).atEnd(connection::close);
  }

  void start() {
    loop.start();
  }

  private Duration pass() {
    Parcel parcel = next();
    if (parcel == null) {
      connection.closeIfIdle();
    } else {
      settlement.add(new Result(parcel.delivery(), attempt(parcel)));
    }
    return Duration.ZERO;
  }

  private @Nullable Parcel next() {
    try {
      return waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      // Nobody means to end this thread by that: the end is announced by the flag.
      return null;
    }
  }

  private Outcome attempt(Parcel parcel) {
    if (!parcel.leaves(smtp.attemptTimeout())) {
      return new Outcome.NotTried();
    }
    Outcome outcome = send(parcel);
    if (outcome instanceof Outcome.Unreachable || outcome instanceof Outcome.RelayRefused) {
      throttle.serverDidNotAnswer();
    } else {
      throttle.serverAnswered();
    }
    return outcome;
  }

  private Outcome send(Parcel parcel) {
    try {
      return connection.send(parcel.letter());
    } catch (RuntimeException | Error e) {
      // A result is due whatever happens: without one the mail would count as in flight for ever.
      String reason = Faults.nameOf(e);
      LOG.errorf("notificationId=%s can't be sent because=%s", notificationId(parcel), reason);
      LOG.debugf(e, "notificationId=%s", notificationId(parcel));
      return new Outcome.Broken(reason);
    }
  }

  private static UUID notificationId(Parcel parcel) {
    return parcel.delivery().notificationId();
  }

  void stop() {
    loop.stop();
  }

  void awaitEnd() {
    try {
      if (!loop.awaitEnd(PATIENCE_AT_END)) {
        LOG.warn("an attempt is cut off by the end of the process");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
