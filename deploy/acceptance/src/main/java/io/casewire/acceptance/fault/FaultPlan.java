package io.casewire.acceptance.fault;

import io.casewire.acceptance.fault.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What happens to whom, and when.
 *
 * <p>Guarantees: the same arguments give the same plan; faults of one process are at least half of
 * its share of the time apart, so that it can come back between them; faults of different processes
 * fall on each other as they like.
 *
 * @param faults in the order of their moments
 * @param freeze how long a frozen process stays so
 */
public record FaultPlan(List<Fault> faults, Duration freeze) {

  /** The mail server keeps all mail in memory: killing it would lose what it has taken. */
  private static final String MEMORY_ONLY = "mail";

  public FaultPlan {
    faults = List.copyOf(faults);
  }

  /**
   * A plan for these processes.
   *
   * @param kills how often each is killed
   * @param frozen how many of them are frozen once, from the first
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
      faults.addAll(spread(processes.get(i), kinds, duration, random));
    }
    faults.sort(Comparator.comparing(Fault::at));
    return new FaultPlan(faults, freeze);
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
      String process, List<Kind> kinds, Duration duration, Random random) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      double share = (i + random.nextDouble() / 2) / kinds.size();
      Duration at = Duration.ofMillis((long) (share * duration.toMillis()));
      faults.add(new Fault(at, process, kinds.get(i)));
    }
    return faults;
  }
}
