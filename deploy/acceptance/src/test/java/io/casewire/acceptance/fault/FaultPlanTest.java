package io.casewire.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
