package io.casewire.intake.mail.thread;

import io.casewire.intake.mail.ContentHash;
import io.casewire.kit.mail.EmailAddress;
import java.util.List;
import java.util.UUID;

/** Whether a mail was here before. */
public sealed interface Arrival {

  /** No mail has come under its Message-ID yet. */
  record First() implements Arrival {}

  /** The same mail came to the same mailbox: the first copy's answer is repeated. */
  record Again(UUID receiptId) implements Arrival {}

  /** The same mail came to another mailbox of ours: one message, a further copy of it. */
  record AtOtherMailbox(UUID receiptId) implements Arrival {}

  /** Another mail came under its Message-ID: it is processed, and flagged. */
  record UsedMessageId() implements Arrival {}

  /**
   * A mail that came earlier under the same Message-ID; {@code receiptId} is that of its record.
   */
  record Copy(EmailAddress mailbox, ContentHash content, UUID receiptId) {}

  /**
   * Compares a mail with those that came under its Message-ID.
   *
   * @param earlier some under its Message-ID, among them the same mail if there is one
   */
  static Arrival of(EmailAddress mailbox, ContentHash content, List<Copy> earlier) {
    List<Copy> same = earlier.stream().filter(copy -> copy.content().equals(content)).toList();
    if (same.isEmpty()) {
      return earlier.isEmpty() ? new First() : new UsedMessageId();
    }
    return same.stream()
        .filter(copy -> copy.mailbox().equals(mailbox))
        .findFirst()
        .<Arrival>map(copy -> new Again(copy.receiptId()))
        .orElseGet(() -> new AtOtherMailbox(same.getFirst().receiptId()));
  }
}
