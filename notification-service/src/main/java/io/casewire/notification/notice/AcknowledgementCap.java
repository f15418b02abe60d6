package io.casewire.notification.notice;

import io.casewire.kit.mail.EmailAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * How many acknowledgements a mailbox may still have. A stranger who opens cases in somebody's name
 * can fill that person's mailbox with this many mails and no more, however he varies the address.
 *
 * <p>For one batch of events and one thread.
 */
public final class AcknowledgementCap {

  private final int most;
  private final Map<String, Integer> recent;

  /**
   * @param most for a mailbox within the window, over all cases
   * @param recent how many each mailbox had within the window
   */
  public AcknowledgementCap(int most, Map<String, Integer> recent) {
    this.most = most;
    this.recent = new HashMap<>(recent);
  }

  /** Whether there may be one more to the address, which then counts. */
  boolean take(EmailAddress address) {
    String mailbox = address.withoutPlusPart().value();
    if (recent.getOrDefault(mailbox, 0) >= most) {
      return false;
    }
    recent.merge(mailbox, 1, Integer::sum);
    return true;
  }
}
