package io.casewire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Routing can't take this message into its case, because the case has just become final. Intake
 * answers with {@link MessageMoved}.
 *
 * @param intoCaseId where the message belongs instead, when that is known
 */
public record MessageRefused(
    UUID caseId, UUID messageId, RefusalReason reason, @Nullable UUID intoCaseId, Instant at)
    implements CaseEvent {}
