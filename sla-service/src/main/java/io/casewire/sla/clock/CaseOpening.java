package io.casewire.sla.clock;

import io.casewire.sla.policy.CaseTraits;
import java.time.Instant;
import java.util.UUID;

/**
 * The customer's message that opened the case.
 *
 * @param sequence of its event among those of intake for the case
 * @param at when the customer sent it, as far as he can be believed
 * @param automatic whether a machine sent it: then no clock starts before a person writes
 */
public record CaseOpening(
    UUID caseId, long sequence, UUID messageId, Instant at, boolean automatic, CaseTraits traits) {}
