package io.casewire.acceptance.fault;

import io.casewire.acceptance.fault.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What happens to whom, and when.
 *
 * <p>Guarantees: the same arguments give the same plan; faults of one process are at least half of
 * its share of the time apart, so that it can come back between them; faults of different processes
 * fall on each other as they like.
 *
 * @param faults in the order of their moments
 */
public record FaultPlan(List<Fault> faults) {

  /** The mail server keeps all mail in memory: killing it would lose what it has taken. */
  private static final String MEMORY_ONLY = "mail";

  public FaultPlan {
    faults = List.copyOf(faults);
  }

  static FaultPlan of(List<Fault> faults) {
    return new FaultPlan(faults.stream().sorted(Comparator.comparing(Fault::at)).toList());
  }

  /** This plan and another one, with no regard to each other. */
  public FaultPlan and(FaultPlan other) {
    return of(Stream.concat(faults.stream(), other.faults.stream()).toList());
  }

  /**
   * A plan for these processes.
   *
   * @param kills how often each is killed
   * @param frozen how many of them are frozen once, from the first
   * @param freeze for how long
   */
  public static FaultPlan seeded(
      List<String> processes,
      int kills,
      int frozen,
      Duration freeze,
      Duration duration,
      long seed) {
    Random random = new Random(seed);
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < processes.size(); i++) {
      List<Kind> kinds = kinds(processes.get(i), kills, i < frozen);
      Collections.shuffle(kinds, random);
      faults.addAll(spread(processes.get(i), kinds, freeze, duration, random));
    }
    return of(faults);
  }

  private static List<Kind> kinds(String process, int kills, boolean isFrozen) {
    List<Kind> kinds = new ArrayList<>();
    if (!process.equals(MEMORY_ONLY)) {
      kinds.addAll(Collections.nCopies(kills, Kind.KILLED));
    }
    if (isFrozen) {
      kinds.add(Kind.FROZEN);
    }
    return kinds;
  }

  /** Each fault somewhere in the first half of its share of the time. */
  private static List<Fault> spread(
      String process, List<Kind> kinds, Duration freeze, Duration duration, Random random) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      double share = (i + random.nextDouble() / 2) / kinds.size();
      Duration at = Duration.ofMillis((long) (share * duration.toMillis()));
      faults.add(new Fault(at, process, kinds.get(i), freeze));
    }
    return faults;
  }
}
