package io.casewire.intake.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Waits for new mail: until the server tells of it (IMAP IDLE), but never longer than a poll's
 * interval, since connections go silent and servers forget to tell.
 */
final class NewsWait implements AutoCloseable {

  private final ImapMailbox mailbox;
  private final long atMostMillis;
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("mailbox-alarm").daemon().factory());

  NewsWait(ImapMailbox mailbox, Duration atMost) {
    this.mailbox = mailbox;
    this.atMostMillis = atMost.toMillis();
  }

  /** Returns when there may be news, or {@code stopped} is open. */
  void forNews(CountDownLatch stopped) throws MessagingException {
    if (mailbox.canWait()) {
      Future<?> limit = alarm.schedule(mailbox::stopWaiting, atMostMillis, TimeUnit.MILLISECONDS);
      mailbox.awaitNews();
      limit.cancel(false);
    } else {
      pause(stopped);
    }
  }

  @Override
  public void close() {
    alarm.shutdownNow();
  }

  private void pause(CountDownLatch stopped) {
    try {
      stopped.await(atMostMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }
}
