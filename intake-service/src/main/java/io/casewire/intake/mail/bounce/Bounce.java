package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MessageId;
import io.casewire.kit.mail.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report about a mail. Anybody can write one, so it proves something about an address only when
 * {@code original} is a Message-ID that we sent to that very address.
 *
 * @param outcome the worst of all recipients
 * @param original the mail that it is about, when the report encloses or names it
 * @param recipients those it names, may be none
 */
public record Bounce(
    Outcome outcome, @Nullable MessageId original, List<RecipientReport> recipients) {

  public Bounce {
    recipients = List.copyOf(recipients);
  }

  /** What became of a mail; from harmless to bad. */
  public enum Outcome {
    /** It arrived, or went on to a server that does not report. */
    DELIVERED,
    /** It is still being tried: worth a note, nothing more. */
    DELAYED,
    /** It was given up. */
    FAILED
  }

  /**
   * What a report says of one recipient.
   *
   * @param recipient the address that the mail was sent to
   * @param status enhanced status code (RFC 3463), as {@code 5.1.1}
   */
  public record RecipientReport(EmailAddress recipient, Outcome outcome, @Nullable String status) {

    /** Whether the address does not exist: the one failure after which it is not written to. */
    public boolean addressUnknown() {
      return outcome == Outcome.FAILED && "5.1.1".equals(status);
    }
  }
}
