package io.casewire.notification.letter;

/**
 * A mail as it goes over the wire, the same at every attempt.
 *
 * @param sender of the envelope, to whom bounces go; {@code <>} for nobody (RFC 5321 section 4.5.5)
 * @param recipient of the envelope
 * @param bytes header and body (RFC 5322), owned by this record and not to be changed
 */
public record Letter(String sender, String recipient, byte[] bytes) {

  /** Whether only servers that know SMTPUTF8 (RFC 6531) can take it. */
  public boolean needsSmtpUtf8() {
    return recipient.chars().anyMatch(character -> character > 127);
  }
}
