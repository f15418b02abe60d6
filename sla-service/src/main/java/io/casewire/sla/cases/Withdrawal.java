package io.casewire.sla.cases;

import java.time.Instant;
import java.util.UUID;

/** An escalation whose breach was none. */
record Withdrawal(UUID escalationId, Instant withdrawnAt) {}
