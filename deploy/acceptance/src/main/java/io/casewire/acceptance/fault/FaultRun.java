package io.casewire.acceptance.fault;

import io.casewire.acceptance.load.Disturbance;
import io.casewire.acceptance.stack.LocalStack;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Carries out a plan on a local stack. */
public final class FaultRun implements Disturbance {

  private static final Duration RETURN_LIMIT = Duration.ofMinutes(4);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LocalStack stack;
  private final FaultPlan plan;
  private final Queue<FaultOutcome> outcomes = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final CountDownLatch open;
  private final Map<String, Lock> busy = new ConcurrentHashMap<>();
  private final Poisoner poisoner;
  private Instant start = Instant.MIN;

  /**
   * @throws IllegalStateException if the plan fills a disk that is too large for that
   */
  public FaultRun(LocalStack stack, FaultPlan plan) {
    this.stack = stack;
    this.plan = plan;
    this.poisoner = new Poisoner(stack);
    this.open = new CountDownLatch(plan.faults().size());
    plan.faults().stream()
        .filter(fault -> fault.kind() == Fault.Kind.FULL)
        .forEach(fault -> diskOf(fault).close());
  }

  @Override
  public void start() {
    start = Instant.now();
    plan.faults().forEach(fault -> Thread.ofVirtual().start(() -> happen(fault)));
  }

  @Override
  public void awaitEnd() {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<Absence> loneAbsences() {
    List<Absence> all =
        outcomes.stream()
            .filter(outcome -> !outcome.backAfter().isZero())
            .map(
                outcome ->
                    new Absence(
                        outcome.process(),
                        start.plus(outcome.at()),
                        start.plus(outcome.at()).plus(outcome.backAfter())))
            .toList();
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> other != one && overlap(one, other)))
        .sorted(Comparator.comparing(Absence::from))
        .toList();
  }

  private static boolean overlap(Absence one, Absence other) {
    return one.from().isBefore(other.until()) && other.from().isBefore(one.until());
  }

  @Override
  public Optional<Instant> end() {
    return outcomes.stream()
        .map(outcome -> start.plus(outcome.at()).plus(outcome.backAfter()))
        .max(Comparator.naturalOrder());
  }

  /** What did not go as planned; nothing, if every process is back. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Prints what happened when. */
  public void print(PrintStream out) {
    out.printf("%n%9s  %-15s %-8s %8s %7s%n", "at", "process", "was", "back in", "starts");
    outcomes.stream().sorted(Comparator.comparing(FaultOutcome::at)).forEach(out::println);
    failures.forEach(failure -> out.println("FAIL " + failure));
  }

  private void happen(Fault fault) {
    try {
      Thread.sleep(Duration.between(Instant.now(), start.plus(fault.at())));
      oneAtATime(fault);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failures.add(fault + ": " + e.getMessage());
    } finally {
      open.countDown();
    }
  }

  /** A process that is away can be neither killed nor frozen before it is back. */
  private void oneAtATime(Fault fault) throws InterruptedException {
    Lock lock = busy.computeIfAbsent(fault.process(), _ -> new ReentrantLock());
    lock.lock();
    try {
      switch (fault.kind()) {
        case KILLED -> kill(fault, Duration.ZERO);
        case GONE -> kill(fault, fault.length());
        case FROZEN -> freeze(fault);
        case AWAY -> away(fault);
        case POISONED -> poison(fault);
        case FULL -> fill(fault);
      }
    } finally {
      lock.unlock();
    }
  }

  private void kill(Fault fault, Duration away) throws InterruptedException {
    Signals.send("KILL", List.of(pid(fault)));
    Instant killed = Instant.now();
    Thread.sleep(away);
    int starts = bringBack(fault.process(), Instant.now().plus(RETURN_LIMIT));
    note(fault, killed, starts);
  }

  /** Does what whoever keeps the processes alive would do: starts it until it stays. */
  private int bringBack(String process, Instant until) throws InterruptedException {
    for (int starts = 1; ; starts++) {
      try {
        stack.up(process);
        return starts;
      } catch (IllegalStateException e) {
        if (Instant.now().isAfter(until)) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private void freeze(Fault fault) throws InterruptedException {
    List<Long> pids = family(pid(fault));
    Signals.send("STOP", pids);
    Instant frozen = Instant.now();
    try {
      Thread.sleep(fault.length());
    } finally {
      Signals.send("CONT", pids);
    }
    note(fault, frozen, 0);
  }

  private void away(Fault fault) throws InterruptedException {
    Instant stopped = Instant.now();
    stack.down(fault.process());
    Thread.sleep(fault.length());
    note(fault, stopped, bringBack(fault.process(), Instant.now().plus(RETURN_LIMIT)));
  }

  /** A server that gave up for want of room is started again, as an operator would. */
  private void fill(Fault fault) throws InterruptedException {
    Instant full = Instant.now();
    try (FullDisk disk = diskOf(fault)) {
      disk.keepFull(fault.length());
    }
    note(fault, full, bringBack(fault.process(), Instant.now().plus(RETURN_LIMIT)));
  }

  private FullDisk diskOf(Fault fault) {
    return FullDisk.of(stack.state().resolve("data").resolve(fault.process()));
  }

  private void poison(Fault fault) {
    Instant poisoned = Instant.now();
    poisoner.poison();
    note(fault, poisoned, 0);
  }

  private long pid(Fault fault) {
    return stack.process(fault.process()).pid();
  }

  /** The process first, so that it can't have more children than are found. */
  private static List<Long> family(long pid) {
    List<Long> pids = new ArrayList<>(List.of(pid));
    ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .map(ProcessHandle::pid)
        .forEach(pids::add);
    return pids;
  }

  private void note(Fault fault, Instant at, int starts) {
    outcomes.add(
        new FaultOutcome(
            Duration.between(start, at),
            fault.process(),
            fault.kind().name().toLowerCase(Locale.ROOT),
            Duration.between(at, Instant.now()),
            starts));
  }
}
