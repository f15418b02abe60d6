package io.casewire.acceptance.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.acceptance.audit.RoutingState.Agent;
import io.casewire.acceptance.audit.RoutingState.RoutedCase;
import io.casewire.acceptance.audit.SlaState.Alarm;
import io.casewire.acceptance.audit.SlaState.Clock;
import io.casewire.acceptance.audit.SlaState.Level;
import io.casewire.acceptance.audit.SlaState.TimedCase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Begins with two services where all is well, and forges one difference in each test. */
class CareTest {

  private static final UUID OWNED = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID WAITING = UUID.fromString("01900000-0000-7000-8000-000000000002");
  private static final UUID PENDING = UUID.fromString("01900000-0000-7000-8000-000000000003");
  private static final UUID RESOLVED = UUID.fromString("01900000-0000-7000-8000-000000000004");
  private static final UUID CLOCK = UUID.fromString("01900000-0000-7000-8000-000000000005");
  private static final UUID PAUSED = UUID.fromString("01900000-0000-7000-8000-000000000006");
  private static final UUID OVERDUE = UUID.fromString("01900000-0000-7000-8000-000000000007");
  private static final long NINE = 1_772_442_000_000_000L;

  private final List<Agent> agents = new ArrayList<>(List.of(new Agent("zoe", true, 2)));
  private final List<RoutedCase> cases =
      new ArrayList<>(
          List.of(
              owned("zoe"),
              waiting("payments"),
              new RoutedCase(PENDING, "PENDING", "zoe", "payments", 0, true, ""),
              new RoutedCase(RESOLVED, "RESOLVED", "zoe", "payments", 0, false, "")));
  private final List<String> timers =
      new ArrayList<>(List.of("case-wake-up " + PENDING, "case-close " + RESOLVED));
  private final List<TimedCase> timed =
      new ArrayList<>(
          List.of(
              new TimedCase(OWNED, true),
              new TimedCase(WAITING, true),
              new TimedCase(PENDING, true)));
  private final List<Clock> clocks =
      new ArrayList<>(
          List.of(
              new Clock(CLOCK, OWNED, true, false, NINE),
              new Clock(OVERDUE, WAITING, true, true, NINE),
              new Clock(PAUSED, PENDING, false, false, NINE)));
  private final List<Alarm> alarms = new ArrayList<>(List.of(new Alarm(OWNED.toString(), NINE)));

  private final List<Level> levels =
      new ArrayList<>(List.of(new Level(OVERDUE, 1, false), new Level(RESOLVED, 1, true)));

  @Test
  void nothing_is_wrong_where_all_are_looked_after() {
    assertEquals(List.of(), offended());
  }

  @Test
  void a_load_that_is_not_the_sum_of_the_cases_is_wrong() {
    agents.set(0, new Agent("zoe", true, 3));

    assertEquals(List.of("every agent's load is what the agent's cases cost"), offended());
  }

  @Test
  void a_load_without_any_case_is_wrong() {
    agents.add(new Agent("kim", true, 1));

    assertEquals(List.of("every agent's load is what the agent's cases cost"), offended());
  }

  @Test
  void units_of_a_case_that_nobody_has_are_wrong() {
    cases.add(new RoutedCase(CLOCK, "CLOSED", null, "payments", 1, false, ""));

    assertEquals(List.of("only what somebody has counts as work"), offended());
  }

  @Test
  void an_open_case_in_a_queue_that_does_not_exist_is_wrong() {
    cases.set(1, waiting("nowhere"));

    assertEquals(
        List.of("every open case has an owner who can work, or a queue that exists"), offended());
  }

  @Test
  void an_open_case_of_somebody_who_has_left_is_wrong() {
    agents.set(0, new Agent("zoe", false, 2));

    assertEquals(
        List.of("every open case has an owner who can work, or a queue that exists"), offended());
  }

  @Test
  void an_open_case_of_somebody_who_was_never_defined_is_wrong() {
    cases.add(new RoutedCase(CLOCK, "PENDING", "nobody", "payments", 0, false, ""));

    assertEquals(
        List.of("every open case has an owner who can work, or a queue that exists"), offended());
  }

  @Test
  void a_pending_case_whose_timer_is_missing_is_wrong() {
    timers.removeFirst();

    assertEquals(List.of("every pending case with a time has its timer"), offended());
  }

  @Test
  void a_resolved_case_whose_timer_is_missing_is_wrong() {
    timers.removeLast();

    assertEquals(List.of("every resolved case has its timer"), offended());
  }

  @Test
  void an_open_case_without_a_clock_is_wrong_if_anybody_waits() {
    timed.add(new TimedCase(RESOLVED, false));
    assertEquals(List.of(), offended());

    timed.add(new TimedCase(CLOCK, true));
    assertEquals(List.of("every open case has a running or paused clock"), offended());
  }

  @Test
  void a_running_clock_without_its_alarm_is_wrong() {
    alarms.clear();

    assertEquals(List.of("every running clock has its alarm in time"), offended());
  }

  @Test
  void an_alarm_after_the_deadline_is_wrong() {
    alarms.set(0, new Alarm(OWNED.toString(), NINE + 1));

    assertEquals(List.of("every running clock has its alarm in time"), offended());
  }

  @Test
  void an_alarm_that_was_overtaken_while_its_clock_runs_on_is_wrong() {
    levels.set(0, new Level(OVERDUE, 1, true));

    assertEquals(List.of("no alarm that still holds has come to nothing"), offended());
  }

  @Test
  void a_deadline_that_is_another_one_in_sla_is_wrong() {
    clocks.set(1, new Clock(OVERDUE, WAITING, true, true, NINE + 1));

    assertEquals(List.of("routing and sla agree on all deadlines"), offended());
  }

  @Test
  void a_running_clock_that_routing_does_not_know_is_wrong() {
    clocks.set(2, new Clock(PAUSED, PENDING, true, true, NINE));

    assertEquals(List.of("routing and sla agree on all deadlines"), offended());
  }

  private List<String> offended() {
    return new Care(
            new RoutingState(agents, List.of("payments"), cases, timers),
            new SlaState(timed, clocks, alarms, levels))
        .check().stream().filter(finding -> !finding.passed()).map(Finding::question).toList();
  }

  private static RoutedCase owned(String owner) {
    return new RoutedCase(
        OWNED, "OPEN", owner, "payments", 2, false, CLOCK + "=2026-03-02T09:00:00Z");
  }

  private static RoutedCase waiting(String queue) {
    return new RoutedCase(
        WAITING, "OPEN", null, queue, 0, false, OVERDUE + "=2026-03-02T09:00:00Z");
  }
}
