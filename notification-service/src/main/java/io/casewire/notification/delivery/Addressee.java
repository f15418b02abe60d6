package io.casewire.notification.delivery;

import io.casewire.events.BounceKind;
import io.casewire.notification.notice.SuppressionReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail goes.
 *
 * @param address as given; it need not be one
 * @param language one of the configured ones
 * @param active whether there is still somebody who should get it
 * @param suppressedBy the kind of report that keeps mail from the address; null for a clean one
 */
record Addressee(
    String address, String language, boolean active, @Nullable BounceKind suppressedBy) {

  /**
   * Why the mail must not go there, if so.
   *
   * @param automatic whether a machine wrote it
   */
  Optional<SuppressionReason> objection(boolean automatic) {
    if (!active) {
      return Optional.of(SuppressionReason.INACTIVE_AGENT);
    }
    if (suppressedBy == BounceKind.PERMANENT) {
      return Optional.of(SuppressionReason.BOUNCED_ADDRESS);
    }
    return automatic && suppressedBy == BounceKind.COMPLAINT
        ? Optional.of(SuppressionReason.COMPLAINT)
        : Optional.empty();
  }
}
