package io.casewire.intake.mail.thread;

import io.casewire.kit.mail.EmailAddress;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What intake knows of a case when it decides where a mail goes.
 *
 * @param participants the addresses that take part in the case
 */
public record CaseFacts(UUID caseId, Standing standing, Set<EmailAddress> participants) {

  public CaseFacts {
    participants = Set.copyOf(participants);
  }

  /** How far the case still takes messages. */
  public sealed interface Standing {

    /** Open or waiting for the customer. */
    record Active() implements Standing {}

    /** Resolved; a message received until then reopens it. */
    record Resolved(Instant reopenUntil) implements Standing {}

    /** Closed for good. */
    record Closed() implements Standing {}

    /** Judged to be spam. */
    record Spam() implements Standing {}

    /** Merged; its mail goes to the target. */
    record Merged(CaseFacts target) implements Standing {}
  }
}
