package io.casewire.sla.rules;

import io.casewire.kit.transaction.Instants;
import java.time.Instant;

/**
 * A version of a definition as it is kept.
 *
 * @param definition JSON, as it was put
 */
record StoredVersion(long version, String definition, Instant definedAt, String definedBy) {

  /** Reads {@code version, definition, defined_at, defined_by}. */
  static StoredVersion of(Object[] row) {
    return new StoredVersion(
        ((Number) row[0]).longValue(), (String) row[1], Instants.of(row[2]), (String) row[3]);
  }
}
