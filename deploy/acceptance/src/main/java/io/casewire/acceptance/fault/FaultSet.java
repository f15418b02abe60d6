package io.casewire.acceptance.fault;

import io.casewire.acceptance.fault.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults that last longer than a process needs to come back. */
public enum FaultSet {
  /** The broker is away for two minutes. */
  BROKER {
    @Override
    List<Fault> faults(List<String> processes, Duration duration) {
      return List.of(new Fault(early(duration), "kafka", Kind.AWAY, Duration.ofMinutes(2)));
    }
  },
  /** PostgreSQL takes connections and answers nothing for half a minute. */
  DATABASE {
    @Override
    List<Fault> faults(List<String> processes, Duration duration) {
      return List.of(new Fault(late(duration), "postgres", Kind.FROZEN, Duration.ofSeconds(30)));
    }
  },
  /**
   * The broker is killed and comes back after 90 s, then PostgreSQL after 30 s, and one replica of
   * routing and of notification at once.
   */
  OUTAGES {
    @Override
    List<Fault> faults(List<String> processes, Duration duration) {
      return List.of(
          new Fault(early(duration), "kafka", Kind.GONE, Duration.ofSeconds(90)),
          new Fault(middle(duration), "postgres", Kind.GONE, Duration.ofSeconds(30)),
          new Fault(late(duration), "routing", Kind.KILLED, Duration.ZERO),
          new Fault(late(duration), "notification", Kind.KILLED, Duration.ZERO));
    }
  },
  /** The disk of PostgreSQL is full for half a minute. */
  DISK {
    @Override
    List<Fault> faults(List<String> processes, Duration duration) {
      Duration at = duration.multipliedBy(3).dividedBy(5);
      return List.of(new Fault(at, "postgres", Kind.FULL, Duration.ofSeconds(30)));
    }
  },
  /** All replicas of sla are away for a minute, while agents work. */
  SLA {
    @Override
    List<Fault> faults(List<String> processes, Duration duration) {
      return processes.stream()
          .filter(name -> name.equals("sla") || name.startsWith("sla-"))
          .map(name -> new Fault(middle(duration), name, Kind.AWAY, Duration.ofMinutes(1)))
          .toList();
    }
  },
  /** Each minute a record without an envelope, a case that can't be read, and an odd mail. */
  POISON {
    @Override
    List<Fault> faults(List<String> processes, Duration duration) {
      return Stream.iterate(FIRST_DOSE, at -> at.plus(Duration.ofMinutes(1)))
          .takeWhile(at -> at.compareTo(duration) < 0)
          .map(at -> new Fault(at, "all", Kind.POISONED, Duration.ZERO))
          .toList();
    }
  };

  private static final Duration FIRST_DOSE = Duration.ofSeconds(20);

  abstract List<Fault> faults(List<String> processes, Duration duration);

  /** Its name in the command line. */
  public String typedName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static FaultSet named(String name) {
    return Stream.of(values())
        .filter(one -> one.typedName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not one of %s"
                        .formatted(
                            name,
                            Stream.of(values())
                                .map(FaultSet::typedName)
                                .collect(Collectors.joining(", ")))));
  }

  /** The plan for these, which fall on each other only where the load is short. */
  public static FaultPlan plan(List<FaultSet> sets, List<String> processes, Duration duration) {
    List<Fault> faults = new ArrayList<>();
    sets.forEach(set -> faults.addAll(set.faults(processes, duration)));
    return FaultPlan.of(faults);
  }

  private static Duration early(Duration duration) {
    return duration.dividedBy(10);
  }

  private static Duration middle(Duration duration) {
    return duration.dividedBy(2);
  }

  private static Duration late(Duration duration) {
    return duration.multipliedBy(4).dividedBy(5);
  }
}
