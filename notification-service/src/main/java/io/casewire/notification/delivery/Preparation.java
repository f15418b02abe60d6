package io.casewire.notification.delivery;

import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.letter.Letter;
import io.casewire.notification.letter.LetterSeal;
import io.casewire.notification.letter.Letters;
import io.casewire.notification.letter.Order;
import io.casewire.notification.letter.UnwritableLetterException;
import io.casewire.notification.notice.MailAddress;
import io.casewire.notification.notice.SuppressionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds the letter of a delivery: the one that an earlier attempt has stored, or a new one. */
@ApplicationScoped
class Preparation {

  private static final Logger LOG = Logger.getLogger(Preparation.class);
  private static final String UNWRITABLE = "template-error";

  private final Letters letters;
  private final LetterSeal seal;

  Preparation(Letters letters, LetterSeal seal) {
    this.letters = letters;
    this.seal = seal;
  }

  /** Prepares one. Takes CPU time and no other; not for event loops. */
  Prepared prepare(DueRow row) {
    return row.letter() == null ? write(row) : unseal(row);
  }

  private Prepared unseal(DueRow row) {
    byte[] bytes = seal.open(row.notificationId(), row.letter());
    Letter letter = new Letter(row.sender(), row.address(), bytes);
    return new Prepared.Ready(row.nextAttempt(), letter, row.letter(), row.locale());
  }

  private Prepared write(DueRow row) {
    Delivery delivery = row.nextAttempt();
    return switch (delivery.template().recipientKind()) {
      case CUSTOMER -> write(row, delivery, row.recipient(), row.locale());
      case AGENT -> {
        if (row.agentAddress() == null) {
          yield new Prepared.Over(delivery, new Outcome.RecipientUnknown());
        }
        yield row.agentActive()
            ? write(row, delivery, row.agentAddress(), row.agentLanguage())
            : suppressed(delivery, SuppressionReason.INACTIVE_AGENT);
      }
    };
  }

  private Prepared write(DueRow row, Delivery delivery, String address, String language) {
    Optional<MailAddress> to = MailAddress.parse(address);
    if (to.isEmpty()) {
      return suppressed(delivery, SuppressionReason.INVALID_ADDRESS);
    }
    try {
      Letter letter = letters.write(order(row, to.get(), language));
      byte[] sealed = seal.seal(row.notificationId(), letter.bytes());
      return new Prepared.Ready(delivery, letter, sealed, language);
    } catch (UnwritableLetterException e) {
      LOG.errorf(e, "notificationId=%s can't be written", row.notificationId());
      return new Prepared.Over(delivery, new Outcome.Refused(UNWRITABLE));
    }
  }

  private static Order order(DueRow row, MailAddress to, String language) {
    return new Order(
        row.caseId(),
        row.caseNumber(),
        row.contentOf(),
        to,
        language,
        row.rfcMessageId(),
        row.inReplyTo(),
        row.referenceIds());
  }

  private static Prepared suppressed(Delivery delivery, SuppressionReason reason) {
    return new Prepared.Over(delivery, new Outcome.Suppressed(reason));
  }
}
