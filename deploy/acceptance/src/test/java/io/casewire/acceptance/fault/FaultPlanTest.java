package io.casewire.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.acceptance.fault.Fault.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  private static final Duration DURATION = Duration.ofMinutes(5);
  private static final Duration FREEZE = Duration.ofSeconds(30);
  private static final List<String> PROCESSES = List.of("intake", "intake-2", "postgres", "mail");

  @Test
  void every_process_is_killed_so_often_and_frozen_once_while_the_load_lasts() {
    List<Fault> faults = plan(1).faults();

    assertEquals(3, count(faults, "intake-2", Kind.KILLED));
    assertEquals(1, count(faults, "intake-2", Kind.FROZEN));
    assertTrue(faults.stream().allMatch(fault -> fault.at().compareTo(DURATION) < 0));
  }

  @Test
  void the_mail_server_is_frozen_and_never_killed() {
    List<Fault> faults = plan(1).faults();

    assertEquals(0, count(faults, "mail", Kind.KILLED));
    assertEquals(1, count(faults, "mail", Kind.FROZEN));
  }

  @Test
  void a_process_has_time_to_come_back_between_its_faults() {
    List<Duration> moments =
        plan(1).faults().stream()
            .filter(fault -> fault.process().equals("postgres"))
            .map(Fault::at)
            .toList();

    for (int i = 1; i < moments.size(); i++) {
      Duration between = moments.get(i).minus(moments.get(i - 1));
      assertTrue(between.compareTo(DURATION.dividedBy(8)) >= 0, between.toString());
    }
  }

  @Test
  void what_is_away_comes_back_before_the_load_of_five_minutes_ends() {
    List<Fault> faults =
        FaultSet.plan(List.of(FaultSet.values()), List.of("sla", "sla-2", "kafka"), DURATION)
            .faults();

    assertEquals(1, count(faults, "kafka", Kind.GONE));
    assertEquals(1, count(faults, "notification", Kind.KILLED));

    assertEquals(2, faults.stream().filter(fault -> fault.process().startsWith("sla")).count());
    assertEquals(5, count(faults, "all", Kind.POISONED));
    assertEquals(1, count(faults, "kafka", Kind.AWAY));
    assertEquals(1, count(faults, "postgres", Kind.FROZEN));
    assertEquals(1, count(faults, "postgres", Kind.FULL));
    assertTrue(
        faults.stream()
            .allMatch(fault -> fault.at().plus(fault.length()).compareTo(DURATION) <= 0));
  }

  @Test
  void two_plans_make_one_in_the_order_of_their_moments() {
    FaultPlan both = plan(1).and(FaultSet.plan(List.of(FaultSet.POISON), PROCESSES, DURATION));

    assertEquals(plan(1).faults().size() + 5, both.faults().size());
    List<Duration> moments = both.faults().stream().map(Fault::at).toList();
    assertEquals(moments.stream().sorted().toList(), moments);
  }

  @Test
  void a_fault_is_named_as_it_is_typed() {
    assertEquals(FaultSet.BROKER, FaultSet.named("broker"));
    assertThrows(IllegalArgumentException.class, () -> FaultSet.named("Broker"));
  }

  @Test
  void the_seed_decides() {
    assertEquals(plan(1), plan(1));
    assertNotEquals(plan(1), plan(2));
  }

  private static FaultPlan plan(long seed) {
    return FaultPlan.seeded(PROCESSES, 3, PROCESSES.size(), FREEZE, DURATION, seed);
  }

  private static long count(List<Fault> faults, String process, Kind kind) {
    return faults.stream()
        .filter(fault -> fault.process().equals(process) && fault.kind() == kind)
        .count();
  }
}
