package io.casewire.acceptance.audit;

import io.casewire.events.AnswerUndelivered;
import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseEvent;
import io.casewire.events.NotificationBounced;
import io.casewire.events.NotificationFailed;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.RecipientKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which answers of agents did not reach their customers, and whether their cases were told. */
final class Answers {

  private final Set<UUID> written = new HashSet<>();
  private final Map<UUID, UUID> lost = new HashMap<>();
  private final Set<UUID> told = new HashSet<>();

  void hear(CaseEvent event) {
    switch (event) {
      case CaseAgentReplied e -> written.add(e.messageId());
      case NotificationSuppressed e -> lost(e.caseId(), e.recipientKind(), e.messageId());
      case NotificationFailed e -> lost(e.caseId(), e.recipientKind(), e.messageId());
      case NotificationBounced e -> lost(e.caseId(), e.recipientKind(), e.messageId());
      case AnswerUndelivered e -> told.add(e.messageId());
      default -> {
        // Of no answer.
      }
    }
  }

  private void lost(UUID caseId, RecipientKind recipient, @Nullable UUID messageId) {
    if (messageId != null && recipient == RecipientKind.CUSTOMER) {
      lost.put(messageId, caseId);
    }
  }

  /** The answers that were lost and whose cases were never told of it. */
  List<String> untold() {
    return lost.entrySet().stream()
        .filter(one -> written.contains(one.getKey()) && !told.contains(one.getKey()))
        .map(one -> "answer %s of %s".formatted(one.getKey(), one.getValue()))
        .toList();
  }
}
