package io.casewire.routing.directory;

import java.util.Collection;
import java.util.Comparator;

/** Which queue takes a case. */
public final class QueueSelection {

  private static final Comparator<Queue> FIRST_TRIED =
      Comparator.comparing(Queue::isDefault)
          .thenComparingInt(Queue::order)
          .thenComparing(Queue::id);

  private QueueSelection() {}

  /**
   * The first queue by order whose match fits. The default queue is tried last and fits always, so
   * there is always an answer, also before any queue was defined.
   */
  public static Queue firstMatching(Collection<Queue> queues, CaseFacts facts) {
    return queues.stream()
        .sorted(FIRST_TRIED)
        .filter(queue -> queue.isDefault() || queue.match().fits(facts))
        .findFirst()
        .orElseGet(Queue::undefinedDefault);
  }
}
