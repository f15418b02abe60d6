package io.casewire.notification.delivery;

import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.Faults;
import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.letter.Letter;
import io.casewire.notification.letter.LetterSeal;
import io.casewire.notification.letter.Letters;
import io.casewire.notification.letter.UnreadableLetterException;
import io.casewire.notification.letter.UnwritableLetterException;
import io.casewire.notification.notice.SuppressionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the letter of a delivery: the one that an earlier attempt has stored, or a new one. A
 * letter that can't be had ends its own delivery and holds up no other. Takes CPU time and no
 * other; not for event loops.
 */
@ApplicationScoped
class Preparation {

  private static final Logger LOG = Logger.getLogger(Preparation.class);
  private static final String UNWRITABLE = "template-error";
  private static final String UNREADABLE = "letter-unreadable";

  private final Letters letters;
  private final LetterSeal seal;

  Preparation(Letters letters, LetterSeal seal) {
    this.letters = letters;
    this.seal = seal;
  }

  /** Prepares an attempt of a delivery that is due. */
  Prepared prepare(DueRow row) {
    return new Prepared(row.nextAttempt(), find(row));
  }

  private Written find(DueRow row) {
    try {
      if (row.letter() == null) {
        return write(row.draft(), row.addressee());
      }
      Addressee to = row.addressee();
      return Optional.ofNullable(to)
          .flatMap(addressee -> addressee.objection(row.isAutomatic()))
          .map(Preparation::suppressed)
          .orElseGet(() -> unseal(row, row.letter()));
    } catch (RuntimeException e) {
      return broken(row.notificationId(), e);
    }
  }

  /**
   * Writes a letter.
   *
   * @param addressee null for an agent whom the directory does not know
   */
  Written write(Draft draft, @Nullable Addressee addressee) {
    if (addressee == null) {
      return new Written.Over(new Outcome.RecipientUnknown());
    }
    boolean automatic = draft.content().template().origin().isAutomatic();
    return addressee
        .objection(automatic)
        .map(Preparation::suppressed)
        .orElseGet(
            () ->
                EmailAddress.parse(addressee.address())
                    .map(to -> write(draft, to, addressee.language()))
                    .orElseGet(() -> suppressed(SuppressionReason.INVALID_ADDRESS)));
  }

  private Written write(Draft draft, EmailAddress to, String language) {
    try {
      Letter letter = letters.write(draft.order(to, language));
      return new Written.Ready(letter, seal.seal(draft.notificationId(), letter.bytes()), language);
    } catch (UnwritableLetterException e) {
      LOG.errorf(e, "notificationId=%s can't be written", draft.notificationId());
      return new Written.Over(new Outcome.Refused(UNWRITABLE));
    } catch (RuntimeException e) {
      return broken(draft.notificationId(), e);
    }
  }

  private Written unseal(DueRow row, byte[] sealed) {
    try {
      byte[] bytes = seal.open(row.notificationId(), sealed);
      return new Written.Ready(
          new Letter(row.sender(), row.address(), bytes), sealed, row.locale());
    } catch (UnreadableLetterException e) {
      LOG.errorf(e, "notificationId=%s can't be read", row.notificationId());
      return new Written.Over(new Outcome.Refused(UNREADABLE));
    }
  }

  private static Written broken(UUID notificationId, RuntimeException failure) {
    String reason = Faults.nameOf(failure);
    // Its message may quote the mail.
    LOG.errorf("notificationId=%s can't be prepared because=%s", notificationId, reason);
    LOG.debugf(failure, "notificationId=%s", notificationId);
    return new Written.Over(new Outcome.Broken(reason));
  }

  private static Written suppressed(SuppressionReason reason) {
    return new Written.Over(new Outcome.Suppressed(reason));
  }
}
