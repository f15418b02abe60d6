package io.casewire.intake.mail;

import io.casewire.kit.mail.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the servers on the way wrote on a mail, as found: whoever posts a mail can write the same.
 * Decide with {@link #believed(EnvelopeTrust)} first.
 *
 * @param nullReturnPath whether the envelope sender was empty ({@code <>}, RFC 5321): never answer
 * @param returnPath the envelope sender
 * @param deliveredTo whom the mail was delivered to, newest hop first
 * @param lastHopAt the time in the topmost {@code Received} field
 * @param authenticationResults the raw fields (RFC 8601), newest hop first; each is to be believed
 *     only with an authserv-id of our own
 */
public record MailEnvelope(
    boolean nullReturnPath,
    @Nullable EmailAddress returnPath,
    List<EmailAddress> deliveredTo,
    @Nullable Instant lastHopAt,
    List<String> authenticationResults) {

  public MailEnvelope {
    deliveredTo = List.copyOf(deliveredTo);
    authenticationResults = List.copyOf(authenticationResults);
  }

  /** What is left to rely on: everything, or only the fields that carry their own check. */
  public MailEnvelope believed(EnvelopeTrust trust) {
    return switch (trust) {
      case TRUSTED -> this;
      case UNTRUSTED -> new MailEnvelope(false, null, List.of(), null, authenticationResults);
    };
  }
}
