package io.casewire.acceptance.load;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was accepted: from here on it must not be lost.
 *
 * @param address of the customer
 * @param caseId as the answer said; none for a mail, which the mail server took
 * @param messageId as the answer said; none for a mail
 * @param rfcMessageId of a mail
 */
public record AcceptedMessage(
    String channel,
    String address,
    @Nullable UUID caseId,
    @Nullable UUID messageId,
    @Nullable String rfcMessageId,
    Instant acceptedAt) {

  static AcceptedMessage answered(Customer customer, UUID caseId, UUID messageId) {
    return new AcceptedMessage(
        customer.channel().typedName(), customer.address(), caseId, messageId, null, Instant.now());
  }

  static AcceptedMessage mailed(Customer customer, String rfcMessageId) {
    return new AcceptedMessage(
        customer.channel().typedName(),
        customer.address(),
        null,
        null,
        rfcMessageId,
        Instant.now());
  }
}
