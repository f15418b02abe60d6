package io.casewire.acceptance.audit;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseClassified;
import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseEvent;
import io.casewire.events.CasePriorityChanged;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.EscalationResolved;
import io.casewire.events.envelope.EventEnvelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The changes that alarms have led to. An alarm says how far its sender had seen the case; if the
 * case has moved since, nothing may come of it: no other owner, no other priority, and nobody is
 * alerted.
 */
final class Alarms {

  private static final String ROUTING = "/casewire/routing";

  private final Map<String, CaseEscalated> byEventId = new HashMap<>();
  private final Map<UUID, Long> lastMove = new HashMap<>();
  private final List<String> offences = new ArrayList<>();

  void hear(EventEnvelope envelope, CaseEvent event) {
    if (event instanceof CaseEscalated alarm) {
      byEventId.put(envelope.id().toString(), alarm);
    } else if (envelope.source().equals(ROUTING)) {
      CaseEscalated alarm = byEventId.get(envelope.causationId());
      if (alarm != null) {
        judge(alarm, event);
      } else if (isMove(event)) {
        lastMove.put(event.caseId(), envelope.sequence());
      }
    }
  }

  /** Cases where something came of an alarm that was overtaken. */
  List<String> offences() {
    return List.copyOf(offences);
  }

  private void judge(CaseEscalated alarm, CaseEvent effect) {
    Long seen = alarm.seenRoutingSeq();
    long moved = lastMove.getOrDefault(alarm.caseId(), 0L);
    boolean hasEffect =
        isMove(effect)
            || effect instanceof EscalationResolved end && end.outcome() == EscalationOutcome.DONE;
    if (hasEffect && seen != null && moved > seen) {
      offences.add(
          "%s: %s after %d, alarm had seen %d"
              .formatted(alarm.caseId(), effect.getClass().getSimpleName(), moved, seen));
    }
  }

  private static boolean isMove(CaseEvent event) {
    return switch (event) {
      case CaseStatusChanged _,
          CaseAssigned _,
          CaseUnassigned _,
          CaseQueued _,
          CaseAgentReplied _,
          CaseClassified _,
          CasePriorityChanged _ ->
          true;
      default -> false;
    };
  }
}
