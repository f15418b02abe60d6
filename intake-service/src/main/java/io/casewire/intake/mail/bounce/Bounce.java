package io.casewire.intake.mail.bounce;

import io.casewire.intake.mail.MessageId;
import io.casewire.kit.mail.EmailAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report about a mail. Anybody can write one, so it proves something only when one of its {@code
 * originals} is a Message-ID that we signed.
 *
 * @param outcome the worst of all recipients
 * @param originals the mail that it is about, by the ids that it encloses or names, best first
 * @param recipients those it names, may be none
 * @param status enhanced status code (RFC 3463) of the worst recipient, as {@code 5.1.1}
 * @param addressGone whether the address takes no mail and will not
 */
public record Bounce(
    Outcome outcome,
    List<MessageId> originals,
    List<RecipientReport> recipients,
    @Nullable String status,
    boolean addressGone) {

  public Bounce {
    originals = List.copyOf(originals);
    recipients = List.copyOf(recipients);
  }

  /** What became of a mail; from harmless to bad. */
  public enum Outcome {
    /** It is about no single mail. */
    INFORMATION,
    /** It arrived, or went on to a server that does not report. */
    DELIVERED,
    /** It is still being tried: worth a note, nothing more. */
    DELAYED,
    /** It was given up. */
    FAILED,
    /** It arrived, and its reader called it unwanted (RFC 5965). */
    COMPLAINED
  }

  /**
   * What a report says of one recipient.
   *
   * @param recipient the address that the mail was sent to
   * @param status enhanced status code (RFC 3463), as {@code 5.1.1}
   */
  public record RecipientReport(EmailAddress recipient, Outcome outcome, @Nullable String status) {}
}
