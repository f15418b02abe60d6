package io.casewire.notification.notice;

import java.util.HashMap;
import java.util.Map;

/**
 * How many acknowledgements an address may still have. A stranger who opens cases in somebody's
 * name can fill that person's mailbox with this many mails and no more.
 *
 * <p>For one batch of events and one thread.
 */
public final class AcknowledgementCap {

  private final int most;
  private final Map<String, Integer> recent;

  /**
   * @param most for an address within the window, over all cases
   * @param recent how many each address had within the window
   */
  public AcknowledgementCap(int most, Map<String, Integer> recent) {
    this.most = most;
    this.recent = new HashMap<>(recent);
  }

  /** Whether the address may have one more, which then counts. */
  boolean take(String address) {
    if (recent.getOrDefault(address, 0) >= most) {
      return false;
    }
    recent.merge(address, 1, Integer::sum);
    return true;
  }
}
