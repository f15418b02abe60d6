package io.casewire.routing.assignment;

import io.casewire.events.Priority;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open case without an owner.
 *
 * @param dueAt its earliest running deadline
 * @param waitingSince since when it waits, in whatever queues
 * @param language primary subtag (BCP 47)
 * @param declinedBy agents who have declined it since they last came online
 */
public record WaitingCase(
    UUID caseId,
    Priority priority,
    @Nullable Instant dueAt,
    Instant waitingSince,
    String language,
    String channel,
    Set<String> declinedBy) {

  /**
   * Whose turn it is: the more urgent first, then the earlier deadline (a case without one comes
   * last), then the longer wait, then the case id, so that no two cases are ever equal.
   */
  public static final Comparator<WaitingCase> TURN =
      Comparator.comparing(WaitingCase::priority)
          .thenComparing(WaitingCase::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(WaitingCase::waitingSince)
          .thenComparing(WaitingCase::caseId);

  public WaitingCase {
    declinedBy = Set.copyOf(declinedBy);
  }
}
