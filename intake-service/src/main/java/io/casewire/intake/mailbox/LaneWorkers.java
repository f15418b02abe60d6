package io.casewire.intake.mailbox;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes mails side by side, those that may have to do with each other in order.
 *
 * <p>What a mail waits for is the database and not the processor, so one after the other leaves
 * both idle.
 */
final class LaneWorkers implements AutoCloseable {

  /** Mail goes ahead of requests, so it must not hold all connections. */
  private static final int WORKERS = 4;

  private static final long NOTHING_LEFT = Long.MAX_VALUE;

  private final MailboxPass pass;
  private final BooleanSupplier stopped;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          WORKERS, Thread.ofPlatform().name("mailbox-lane-", 1).daemon().factory());

  LaneWorkers(MailboxPass pass, BooleanSupplier stopped) {
    this.pass = pass;
    this.stopped = stopped;
  }

  /**
   * How far they got.
   *
   * @param taken all mails up to this one are taken; others after it may be
   * @param failure why not all were taken
   */
  record Progress(long taken, @Nullable Throwable failure) {}

  /**
   * Takes these mails.
   *
   * @param before the last one that was taken before
   */
  Progress take(List<FetchedMail> mails, long before) throws InterruptedException {
    List<Callable<LaneEnd>> lanes =
        Lanes.of(mails, LaneWorkers::names).stream()
            .<Callable<LaneEnd>>map(lane -> () -> takeInOrder(lane))
            .toList();
    List<LaneEnd> ends = workers.invokeAll(lanes).stream().map(Future::resultNow).toList();
    long firstLeft = ends.stream().mapToLong(LaneEnd::firstLeft).min().orElse(NOTHING_LEFT);
    long taken =
        mails.stream()
            .mapToLong(FetchedMail::uid)
            .filter(uid -> uid < firstLeft)
            .max()
            .orElse(before);
    return new Progress(
        taken,
        ends.stream().map(LaneEnd::failure).filter(Objects::nonNull).findFirst().orElse(null));
  }

  private static Set<String> names(FetchedMail fetched) {
    return fetched instanceof FetchedMail.Content content
        ? Kinship.names(content.mail().raw())
        : Set.of();
  }

  private LaneEnd takeInOrder(List<FetchedMail> lane) {
    for (FetchedMail mail : lane) {
      if (stopped.getAsBoolean()) {
        return new LaneEnd(mail.uid(), null);
      }
      try {
        pass.take(mail);
      } catch (RuntimeException | Error e) {
        return new LaneEnd(mail.uid(), e);
      }
    }
    return new LaneEnd(NOTHING_LEFT, null);
  }

  @Override
  public void close() {
    workers.shutdown();
  }

  private record LaneEnd(long firstLeft, @Nullable Throwable failure) {}
}
