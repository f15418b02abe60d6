package io.casewire.intake.mail;

import java.util.List;

/**
 * How a mail names itself and those it answers.
 *
 * @param id its Message-ID, or a synthetic one when it has none that can be used
 * @param synthetic whether {@code id} was derived from sender, date and body
 * @param aliases further ids of the same mail: providers rewrite Message-IDs and keep the old one
 * @param inReplyTo in the order of the header, which may hold several
 * @param references oldest first, at most {@value #MAX_REFERENCES}
 */
public record MailReferences(
    MessageId id,
    boolean synthetic,
    List<MessageId> aliases,
    List<MessageId> inReplyTo,
    List<MessageId> references) {

  /** Kept of a long thread: its first mail and the newest ones. */
  public static final int MAX_REFERENCES = 20;

  public MailReferences {
    aliases = List.copyOf(aliases);
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
  }
}
