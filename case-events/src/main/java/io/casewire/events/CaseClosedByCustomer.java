package io.casewire.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The customer has closed his case: he wants nothing more of it. Routing closes it, unless it has
 * ended otherwise; a message of his that comes later opens another case.
 */
public record CaseClosedByCustomer(UUID caseId, Instant at) implements CaseEvent {}
