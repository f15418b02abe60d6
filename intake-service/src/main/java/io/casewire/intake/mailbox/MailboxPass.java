package io.casewire.intake.mailbox;

import io.casewire.intake.email.ArrivedMail;
import io.casewire.intake.email.MailIntake;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.Faults;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes single mails of a mailbox. After a fault of the surroundings the mail is tried again in the
 * next pass; a mail that is itself at fault is held back, so that it does not keep the others
 * waiting.
 */
final class MailboxPass {

  private static final Logger LOG = Logger.getLogger(MailboxPass.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_ATTEMPTS = 3;
  private static final int MOST_FETCHES = 10;

  private final MailIntake intake;
  private final EmailAddress mailbox;
  private final int sizeLimit;
  private final MailboxMetrics metrics;
  private long troublesomeUid;
  private int fetchesFailed;

  MailboxPass(MailIntake intake, EmailAddress mailbox, int sizeLimit, MailboxMetrics metrics) {
    this.intake = intake;
    this.mailbox = mailbox;
    this.sizeLimit = sizeLimit;
    this.metrics = metrics;
  }

  /** Fetches a mail; empty when it was deleted meanwhile. For one thread. */
  Optional<FetchedMail> fetch(RemoteMail mail) throws MessagingException, IOException {
    try {
      return Optional.of(new FetchedMail(mail.uid(), content(mail)));
    } catch (MessageRemovedException e) {
      return Optional.empty();
    }
  }

  private ArrivedMail content(RemoteMail mail) throws MessagingException, IOException {
    if (troublesomeUid == mail.uid() && fetchesFailed >= MOST_FETCHES) {
      LOG.errorf("mailbox uid=%d can not be fetched and is left in the mailbox", mail.uid());
      return standIn(mail.uid());
    }
    try {
      return mail.fetch(mailbox, sizeLimit);
    } catch (MessageRemovedException e) {
      throw e;
    } catch (MessagingException | IOException e) {
      fetchesFailed = troublesomeUid == mail.uid() ? fetchesFailed + 1 : 1;
      troublesomeUid = mail.uid();
      throw e;
    }
  }

  /** So that a person hears of it. */
  private ArrivedMail standIn(long uid) {
    byte[] header =
        "Subject: Mail %d of %s can not be fetched\r\n"
            .formatted(uid, mailbox.value())
            .getBytes(StandardCharsets.UTF_8);
    return ArrivedMail.tooLarge(header, header.length, mailbox, null);
  }

  /** Takes a mail; what it throws is a fault of the surroundings. Thread-safe. */
  void take(FetchedMail fetched) {
    take(fetched.uid(), fetched.mail());
    metrics.taken(fetched.mail());
  }

  private void take(long uid, ArrivedMail arrived) {
    for (int attempt = 1; ; attempt++) {
      try {
        await(intake.take(arrived));
        return;
      } catch (RuntimeException | StackOverflowError e) {
        if (Faults.isTransient(e) || e instanceof TimeoutException) {
          throw e;
        }
        LOG.warnf(
            "mailbox uid=%d attempt=%d failed because=%s", uid, attempt, e.getClass().getName());
        if (attempt == MOST_ATTEMPTS) {
          await(intake.holdBack(arrived));
          return;
        }
      }
    }
  }

  private static void await(Uni<?> work) {
    work.await().atMost(PATIENCE);
  }
}
