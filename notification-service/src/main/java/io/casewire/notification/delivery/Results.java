package io.casewire.notification.delivery;

import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.notification.announcement.Announcement;
import io.casewire.notification.announcement.Announcements;
import io.casewire.notification.attempt.NextStep;
import io.casewire.notification.attempt.RetrySchedule;
import io.casewire.notification.attempt.RetrySchedule.Pauses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Keeps what came of attempts, tells the stream what is over, sets aside what is broken, and has
 * the mails behind that go next, in the same transaction.
 */
@ApplicationScoped
class Results {

  private final Announcements announcements;
  private final SetAside setAside;
  private final RetrySchedule schedule;

  Results(Announcements announcements, SetAside setAside, DeliveryConfig config) {
    this.announcements = announcements;
    this.setAside = setAside;
    this.schedule =
        new RetrySchedule(
            new Pauses(config.deferredFirst(), config.deferredLongest()),
            new Pauses(config.unreachableFirst(), config.unreachableLongest()),
            config.unknownRecipient(),
            config.giveUpAfter());
  }

  /** Keeps results; whether other mails have become due by that. */
  Uni<Boolean> keep(UnitOfWork unitOfWork, List<Result> results) {
    if (results.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return announcements
        .lock(unitOfWork, cases(results))
        .chain(unitOfWork::now)
        .chain(now -> settle(unitOfWork, steps(results, now)));
  }

  /**
   * Has deliveries tried again later. Unlike {@link #keep} it locks no case, so it may come after
   * locks of deliveries.
   */
  Uni<Void> keepWaiting(UnitOfWork unitOfWork, List<Result> results) {
    return results.isEmpty()
        ? Uni.createFrom().voidItem()
        : unitOfWork
            .now()
            .map(now -> steps(results, now).stream().map(Step::row).toList())
            .chain(rows -> DeliveryTable.settle(unitOfWork, rows))
            .replaceWithVoid();
  }

  private static Set<UUID> cases(List<Result> results) {
    return results.stream().map(result -> result.delivery().caseId()).collect(Collectors.toSet());
  }

  private Uni<Boolean> settle(UnitOfWork unitOfWork, List<Step> steps) {
    return DeliveryTable.settle(unitOfWork, steps.stream().map(Step::row).toList())
        .map(inTime -> ended(steps, inTime))
        .call(ended -> announcements.publish(unitOfWork, announced(ended)))
        .call(ended -> setAside(unitOfWork, ended))
        .chain(ended -> DeliveryTable.nextInLane(unitOfWork, places(ended)));
  }

  private List<Step> steps(List<Result> results, Instant now) {
    return results.stream().map(result -> new Step(result, after(result, now))).toList();
  }

  private NextStep after(Result result, Instant now) {
    return schedule.after(
        result.outcome(),
        result.delivery().tries(),
        result.delivery().queuedAt(),
        now,
        ThreadLocalRandom.current().nextDouble());
  }

  private static List<Step> ended(List<Step> steps, Set<Long> inTime) {
    return steps.stream().filter(step -> inTime.contains(step.place()) && step.isPassed()).toList();
  }

  private Uni<Void> setAside(UnitOfWork unitOfWork, List<Step> ended) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Step step : ended) {
      if (step.next() instanceof NextStep.SetAside aside) {
        String key = step.result().delivery().notificationId().toString();
        all = all.chain(() -> setAside.add(unitOfWork, SetAsideMails.QUEUE, key, aside.reason()));
      }
    }
    return all;
  }

  private static List<Announcement> announced(List<Step> ended) {
    return ended.stream().flatMap(step -> step.announcement().stream()).toList();
  }

  private static List<Long> places(List<Step> ended) {
    return ended.stream().map(Step::place).toList();
  }

  private record Step(Result result, NextStep next) {

    long place() {
      return result.delivery().place();
    }

    /** Whether the mails behind it may go. */
    boolean isPassed() {
      return !(next instanceof NextStep.TryAgain);
    }

    StepRow row() {
      return StepRow.of(result.delivery(), result.outcome(), next);
    }

    List<Announcement> announcement() {
      return next instanceof NextStep.Finish end
          ? List.of(result.delivery().announcement(end))
          : List.of();
    }
  }
}
