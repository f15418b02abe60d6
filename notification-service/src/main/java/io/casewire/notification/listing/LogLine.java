package io.casewire.notification.listing;

import org.jspecify.annotations.Nullable;

/**
 * A notice in the list that people read.
 *
 * @param reason why it was not sent, or not yet
 */
record LogLine(NotificationItem notice, String caseNumber, @Nullable Reason reason) {

  static LogLine of(NotificationRow row) {
    return new LogLine(row.toItem(), row.caseNumber(), Reason.of(row.reason()));
  }
}
