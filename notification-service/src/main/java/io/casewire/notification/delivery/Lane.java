package io.casewire.notification.delivery;

import io.casewire.kit.transaction.Faults;
import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.smtp.SmtpConfig;
import io.casewire.notification.smtp.SmtpConnection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One connection and the thread that uses it. */
final class Lane implements Runnable {

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
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean running = true;

  Lane(
      BlockingQueue<Parcel> waiting,
      SmtpConfig smtp,
      SmtpConnection connection,
      Settlement settlement,
      Throttle throttle) {
    this.waiting = waiting;
    this.smtp = smtp;
    this.connection = connection;
    this.settlement = settlement;
    this.throttle = throttle;
  }

  @Override
  public void run() {
    while (running) {
      Parcel parcel = next();
      if (parcel == null) {
        connection.closeIfIdle();
      } else {
        settlement.add(new Result(parcel.delivery(), attempt(parcel)));
      }
    }
    connection.close();
    ended.countDown();
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
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // Anything else would end this thread, and with it a connection, for all mails to come.
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
    running = false;
  }

  void awaitEnd() {
    try {
      if (!ended.await(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("an attempt is cut off by the end of the process");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
