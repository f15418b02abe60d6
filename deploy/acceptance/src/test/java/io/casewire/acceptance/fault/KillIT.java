package io.casewire.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.acceptance.audit.Audit;
import io.casewire.acceptance.audit.AuditReport;
import io.casewire.acceptance.fault.Fault.Kind;
import io.casewire.acceptance.load.Channel;
import io.casewire.acceptance.load.Disturbance;
import io.casewire.acceptance.load.Evidence;
import io.casewire.acceptance.load.LoadPlan;
import io.casewire.acceptance.load.LoadRun;
import io.casewire.acceptance.stack.LocalStack;
import io.casewire.acceptance.stack.StackExtension;
import io.casewire.acceptance.stack.StackProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A short run of the kill test: every process is killed once, the broker answers nothing for a
 * while, the stream and the mailbox get what nobody can apply, and the audit finds nothing else.
 * The long one is {@code ./casewire load --kill --faults broker,database,sla,poison}.
 */
@ExtendWith(StackExtension.class)
@DisabledIfSystemProperty(named = "casewire.intake", matches = ".*")
@Order(Integer.MAX_VALUE)
class KillIT {

  private static final double RATE = 10;
  private static final Duration DURATION = Duration.ofSeconds(90);
  private static final Duration FREEZE = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration REST = Duration.ofSeconds(60);
  private static final long SEED = 1;

  private final LocalStack stack;

  KillIT(LocalStack stack) {
    this.stack = stack;
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void nothing_that_was_accepted_is_lost_when_every_process_is_killed() {
    // Given
    List<String> processes = stack.processes().stream().map(StackProcess::name).toList();
    FaultRun faults =
        new FaultRun(
            stack,
            FaultPlan.seeded(processes, 1, 2, FREEZE, DURATION, SEED).and(brokerAndPoison()));

    // When
    Evidence evidence = load(DURATION, faults);

    // Then
    AuditReport report = audit(evidence);
    faults.print(System.out);
    report.print(System.out);
    assertEquals(List.of(), faults.failures());
    assertTrue(report.passed(), report.findings().toString());
  }

  /** A frozen broker is back at once; one that has to start again would cost a minute. */
  private static FaultPlan brokerAndPoison() {
    return FaultPlan.of(
        List.of(
            new Fault(Duration.ofSeconds(5), "all", Kind.POISONED, Duration.ZERO),
            new Fault(Duration.ofSeconds(5), "kafka", Kind.FROZEN, Duration.ofSeconds(15))));
  }

  private Evidence load(Duration duration, Disturbance disturbance) {
    LoadPlan plan =
        new LoadPlan(
            RATE,
            List.of(Channel.values()),
            Duration.ofSeconds(10),
            duration,
            5,
            false,
            SEED,
            ANSWER_WITHIN);
    return new LoadRun(stack, plan, System.out).run(disturbance);
  }

  private AuditReport audit(Evidence evidence) {
    try (Audit audit = Audit.of(stack)) {
      return audit.await(evidence, REST);
    }
  }
}
