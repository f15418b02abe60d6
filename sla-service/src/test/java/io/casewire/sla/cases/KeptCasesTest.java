package io.casewire.sla.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.Assurance;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.kit.row.Rows;
import io.casewire.sla.clock.AlarmLog;
import io.casewire.sla.clock.Answer;
import io.casewire.sla.clock.CaseClocks;
import io.casewire.sla.clock.Clock;
import io.casewire.sla.clock.ClockPhase;
import io.casewire.sla.clock.Stopwatch;
import io.casewire.sla.clock.Terms;
import io.casewire.sla.clock.WaitingMessage;
import io.casewire.sla.escalation.RaisedEscalation;
import io.casewire.sla.policy.CaseTraits;
import io.casewire.sla.policy.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptCasesTest {

  private static final Instant AT = Instant.parse("2026-03-02T01:14:21.123456Z");
  private static final WaitingMessage MESSAGE =
      new WaitingMessage(7, new UUID(1, 2), AT.minusSeconds(1), AT.plusSeconds(60));
  private static final Clock CLOCK =
      new Clock(
          new UUID(3, 4),
          Metric.FIRST_RESPONSE,
          AT,
          MESSAGE,
          new Terms("standard", 3, "desk", 2),
          Duration.ofHours(4),
          ClockPhase.RUNNING,
          new Stopwatch(Duration.ofSeconds(90, 123_456_000), AT.plusSeconds(5)),
          AT.plusSeconds(14_400),
          new AlarmLog(
              Duration.ofHours(3),
              AT.plusSeconds(14_400),
              1,
              List.of(new RaisedEscalation(1, new UUID(5, 6))),
              true));

  @Test
  void a_clock_is_the_same_after_it_was_kept() {
    String rows = Rows.write(List.of(ClockRow.of(file(), CLOCK, true)));

    ClockRow row = Rows.read(List.of(onlyRow(rows)), ClockRow.class).getFirst();
    assertEquals(CLOCK, row.toClock());
  }

  @Test
  void a_case_is_the_same_after_it_was_kept() {
    // Given
    CaseFile file = file();

    // When
    String rows = Rows.write(List.of(CaseRow.of(file)));

    // Then
    CaseRow row = Rows.read(List.of(onlyRow(rows)), CaseRow.class).getFirst();
    assertEquals(file, row.toFile(List.of(CLOCK)));
  }

  private static CaseFile file() {
    CaseClocks clocks =
        new CaseClocks(
            new UUID(7, 8),
            new CaseTraits(
                Category.REFUND, "zh", "email", Priority.HIGH, Assurance.SESSION, List.of()),
            CaseStatus.PENDING,
            AT,
            true,
            9,
            List.of(MESSAGE),
            List.of(new Answer(new UUID(9, 1), 7, List.of(MESSAGE), List.of(new UUID(3, 4)), true)),
            List.of(CLOCK),
            4);
    return new CaseFile(clocks, "CW-1", new UUID(7, 7), "payments", null, "correlation", 12);
  }

  private static String onlyRow(String rows) {
    return rows.substring(1, rows.length() - 1);
  }
}
