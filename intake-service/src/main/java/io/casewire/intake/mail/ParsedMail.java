package io.casewire.intake.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that could be read. Everything in it is the sender's claim.
 *
 * @param mediaType of the whole mail, as {@code multipart/report}
 * @param subject decoded, on one line, at most 500 characters; empty when there is none
 * @param claimedSentAt the {@code Date} field; for people to see, never for clocks
 * @param attachments within the limits, in the mail's order; an enclosed mail is one of them
 * @param omitted the files beyond the limits
 */
public record ParsedMail(
    MailHeaders headers,
    String mediaType,
    MailParties parties,
    MailReferences references,
    MailEnvelope envelope,
    String subject,
    @Nullable Instant claimedSentAt,
    MailText text,
    List<MailAttachment> attachments,
    List<OmittedAttachment> omitted) {

  public ParsedMail {
    attachments = List.copyOf(attachments);
    omitted = List.copyOf(omitted);
  }
}
