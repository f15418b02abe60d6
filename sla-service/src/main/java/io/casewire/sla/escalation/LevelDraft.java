package io.casewire.sla.escalation;

import org.jspecify.annotations.Nullable;

/**
 * A level as somebody sent it; nothing in it is checked yet.
 *
 * @param after {@code 100%}, or an ISO 8601 duration after the breach
 * @param action what routing is asked to do; {@code notify} when absent
 */
public record LevelDraft(
    @Nullable Integer level,
    @Nullable String after,
    @Nullable String to,
    @Nullable String action) {}
