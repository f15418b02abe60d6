package io.casewire.kit.timer;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.PollPause;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Fires timers when they are due, in every replica, each timer once. A timer that fails is fired
 * alone from then on, after longer and longer waits, and set aside in the end.
 */
@ApplicationScoped
class TimerLoop {

  private static final Logger LOG = Logger.getLogger(TimerLoop.class);

  /** Each failed timer takes a transaction of its own, and other timers wait meanwhile. */
  private static final int FAILING_BATCH = 20;

  private final Transactions transactions;
  private final TimerConfig config;
  private final TimerAlarm alarm;
  private final TimerQueue queue;
  private final Map<String, TimerHandler> handlers;
  private final PollPause pause;
  private final WakefulLoop loop;

  TimerLoop(
      Transactions transactions,
      TimerConfig config,
      TimerAlarm alarm,
      TimerQueue queue,
      LoopSupervisor loops,
      @All List<TimerHandler> handlers) {
    this.transactions = transactions.forBatches();
    this.config = config;
    this.alarm = alarm;
    this.queue = queue;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
    this.pause = new PollPause(config.poll(), config.longestPoll());
    this.loop = loops.onEventLoop("timers", this::pass);
  }

  void start(@Observes StartupEvent event) {
    if (!handlers.isEmpty()) {
      alarm.onEarlier(loop::wake);
      loop.start();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  /** Fires what is due and tells how long there is nothing to do. */
  private Uni<Duration> pass() {
    alarm.looking();
    return fireBatch()
        .onFailure(failure -> !Faults.isTransient(failure))
        .recoverWithUni(failure -> fireOneByOne(TimerTable::due, config.batch()))
        .chain(
            fired ->
                fired < config.batch()
                    ? untilNext(pause.after(fired > 0))
                    : Uni.createFrom().item(Duration.ZERO));
  }

  private Uni<Integer> fireBatch() {
    return transactions.write(unitOfWork -> claimAndFire(unitOfWork, config.batch()));
  }

  private Uni<Integer> claimAndFire(UnitOfWork unitOfWork, int limit) {
    return TimerTable.claim(unitOfWork.session(), limit)
        .chain(
            due ->
                due.isEmpty()
                    ? Uni.createFrom().item(0)
                    : unitOfWork
                        .now()
                        .chain(now -> fire(unitOfWork, due, now))
                        .replaceWith(due.size()));
  }

  private Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
    Map<String, List<DueTimer>> byKind =
        due.stream().collect(Collectors.groupingBy(DueTimer::kind));
    return Multi.createFrom()
        .iterable(byKind.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            kind -> handlerOf(kind.getKey()).fire(unitOfWork, kind.getValue(), now))
        .toUni()
        .replaceWithVoid();
  }

  private TimerHandler handlerOf(String kind) {
    TimerHandler handler = handlers.get(kind);
    if (handler == null) {
      throw new IllegalStateException("no handler for timers of kind " + kind);
    }
    return handler;
  }

  /** A timer of the batch can't be fired, and the rest of the batch must not wait for it. */
  private Uni<Integer> fireOneByOne(
      BiFunction<Mutiny.Session, Integer, Uni<List<DueTimer>>> select, int limit) {
    return transactions
        .read(session -> select.apply(session, limit))
        .chain(
            due ->
                Multi.createFrom()
                    .iterable(due)
                    .onItem()
                    .transformToUniAndConcatenate(this::fireAlone)
                    .toUni()
                    .replaceWith(due.size()));
  }

  private Uni<Void> fireAlone(DueTimer timer) {
    return transactions
        .write(
            unitOfWork ->
                TimerTable.claimOne(unitOfWork.session(), timer)
                    .chain(
                        claimed ->
                            claimed
                                ? unitOfWork
                                    .now()
                                    .chain(now -> fire(unitOfWork, List.of(timer), now))
                                : Uni.createFrom().voidItem()))
        .onFailure(failure -> !Faults.isTransient(failure))
        .recoverWithUni(failure -> postpone(timer, failure));
  }

  private Uni<Void> postpone(DueTimer timer, Throwable failure) {
    LOG.errorf(
        "timer kind=%s key=%s fails because=%s", timer.kind(), timer.key(), Faults.nameOf(failure));
    return transactions.write(
        unitOfWork ->
            TimerTable.postpone(unitOfWork.session(), timer, config.backOff(), config.attempts())
                .chain(
                    setAside ->
                        setAside
                            ? queue.add(unitOfWork, timer, failure)
                            : Uni.createFrom().voidItem()));
  }

  /**
   * @param longest the pause if no timer is due before it ends
   */
  private Uni<Duration> untilNext(Duration longest) {
    return transactions
        .read(TimerTable::outlook)
        .chain(
            outlook ->
                outlook.isFailingOneDue()
                    ? fireOneByOne(TimerTable::failing, FAILING_BATCH).replaceWith(Duration.ZERO)
                    : Uni.createFrom().item(pause(outlook, longest)));
  }

  private Duration pause(Outlook outlook, Duration longest) {
    Instant latest = outlook.now().plus(longest);
    Instant next = outlook.nextDue().isBefore(latest) ? outlook.nextDue() : latest;
    Duration pause = Duration.between(outlook.now(), alarm.looked(next));
    return pause.isNegative() ? Duration.ZERO : inWholeMillis(pause);
  }

  /** Rounded up: a pass that comes a moment too early finds nothing and has to come twice. */
  private static Duration inWholeMillis(Duration pause) {
    return Duration.ofMillis(pause.plusNanos(999_999).toMillis());
  }
}
