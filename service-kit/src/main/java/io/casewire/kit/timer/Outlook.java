package io.casewire.kit.timer;

import java.time.Instant;

/**
 * What is to come, by the database's clock alone: that of the machine may differ from it.
 *
 * @param now the database's time
 * @param nextDue when the next timer is due; {@link Instant#MAX} if there is none
 * @param nextFailing the same for timers that have failed
 */
record Outlook(Instant now, Instant nextDue, Instant nextFailing) {

  boolean isFailingOneDue() {
    return !nextFailing.isAfter(now);
  }
}
