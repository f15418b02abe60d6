package io.casewire.notification.delivery;

import io.casewire.notification.letter.Letter;
import java.time.Duration;

/**
 * A letter that is this process's to send for a while.
 *
 * @param leaseEnd by {@link System#nanoTime}, which no one sets: another process may send the
 *     letter from then on
 */
record Parcel(Delivery delivery, Letter letter, long leaseEnd) {

  /** Whether an attempt of this length that begins now ends within the lease. */
  boolean leaves(Duration attempt) {
    return leaseEnd - System.nanoTime() > attempt.toNanos();
  }
}
