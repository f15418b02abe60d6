package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The case moved to another status.
 *
 * @param reopenUntil set with {@code resolved}: a message received until then reopens the case
 * @param wakeAt set with {@code pending}, if the case is to come back by itself
 * @param reopenCount how often the case came back from {@code resolved} or {@code closed}
 * @param seenIntakeSeq the last sequence of intake's events of this case that routing had applied
 */
public record CaseStatusChanged(
    UUID caseId,
    CaseStatus from,
    CaseStatus to,
    StatusChangeReason reason,
    @Nullable Instant reopenUntil,
    @Nullable Instant wakeAt,
    int reopenCount,
    long seenIntakeSeq,
    Instant at)
    implements CaseEvent {}
