package io.casewire.sla.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseStatus;
import io.casewire.events.SlaClockMet;
import io.casewire.events.SlaClockPaused;
import io.casewire.events.SlaClockResumed;
import io.casewire.events.SlaClockStarted;
import io.casewire.sla.flow.CaseScript;
import io.casewire.sla.flow.Database;
import io.casewire.sla.flow.FlowTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenCountsFlowTest extends FlowTest {

  /** How far what is counted is from what is there. */
  private static final String DRIFT =
      """
      select concat(
        (select coalesce(sum(running), 0) from clock_count)
          - (select count(*) from clock where live and phase = 'RUNNING'), ' ',
        (select coalesce(sum(paused), 0) from clock_count)
          - (select count(*) from clock where live and phase = 'PAUSED'))
      """;

  @Inject Database database;

  @Test
  void every_change_of_a_clock_is_counted() {
    // Given
    List<String> before = database.texts(DRIFT);
    CaseScript script = CaseScript.through(channel, now.minusSeconds(60));

    // When
    stream.sayAll(script.opened(), script.moved(CaseStatus.OPEN, CaseStatus.PENDING, now));
    hears(2, SlaClockPaused.class, script);
    assertEquals(before, database.texts(DRIFT));
    var answer = script.answered(now, 1);
    stream.sayAll(script.moved(CaseStatus.PENDING, CaseStatus.OPEN, now), answer);
    hears(1, SlaClockMet.class, script);
    assertEquals(before, database.texts(DRIFT));
    stream.say(script.undelivered(answer.messageId(), now));
    hears(3, SlaClockResumed.class, script);
    assertEquals(before, database.texts(DRIFT));
    stream.sayAll(script.answered(now, 1), script.writesAgain(now));
    hears(3, SlaClockStarted.class, script);
    assertEquals(before, database.texts(DRIFT));
    stream.say(script.moved(CaseStatus.OPEN, CaseStatus.RESOLVED, now));
    stream.say(script.moved(CaseStatus.RESOLVED, CaseStatus.CLOSED, now));
    hears(3, SlaClockMet.class, script);

    // Then
    assertEquals(before, database.texts(DRIFT));
    assertEquals(
        List.of(),
        database.texts("select metric from clock where live and case_id = $1", script.caseId()));
  }
}
