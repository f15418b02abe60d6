package io.casewire.intake;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.MessageRefused;
import io.casewire.events.RefusalReason;
import io.casewire.events.StatusChangeReason;
import io.casewire.kit.id.Ids;
import java.time.Instant;
import java.util.UUID;

/** What routing says of a case. */
public final class Routing {

  private Routing() {}

  public static CaseAgentReplied replies(UUID caseId, String via, String text) {
    return new CaseAgentReplied(
        caseId,
        Ids.next(),
        "zoe",
        "Zoe",
        via,
        null,
        1,
        Instant.now(),
        new CaseAgentReplied.Personal(text));
  }

  public static CaseStatusChanged moves(UUID caseId, CaseStatus from, CaseStatus to) {
    Instant reopenUntil = to == CaseStatus.RESOLVED ? Instant.now().plusSeconds(3600) : null;
    return new CaseStatusChanged(
        caseId, from, to, StatusChangeReason.AGENT, reopenUntil, null, 0, 1, Instant.now());
  }

  public static MessageRefused refuses(UUID caseId, UUID messageId) {
    return new MessageRefused(caseId, messageId, RefusalReason.CLOSED, null, Instant.now());
  }
}
