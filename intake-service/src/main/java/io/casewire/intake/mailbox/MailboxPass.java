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
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes single mails of a mailbox. After a fault of the surroundings the mail is tried again in the
 * next pass; a mail that is itself at fault is set aside, so that it does not keep the others
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
  private final SetAsideMails setAside;
  private final MailboxMetrics metrics;
  private final TroubledMails troubled = new TroubledMails();
  private volatile long uidValidity;
  private long troublesomeUid;
  private int fetchesFailed;
  private @Nullable Exception fetchFailure;

  MailboxPass(
      MailIntake intake,
      EmailAddress mailbox,
      int sizeLimit,
      SetAsideMails setAside,
      MailboxMetrics metrics) {
    this.intake = intake;
    this.mailbox = mailbox;
    this.sizeLimit = sizeLimit;
    this.setAside = setAside;
    this.metrics = metrics;
  }

  /** From now on UIDs are meant with this UIDVALIDITY. */
  void begin(long uidValidity) {
    this.uidValidity = uidValidity;
  }

  /** How many bytes of a mail are going to be fetched, at most. */
  long wanted(RemoteMail mail) {
    try {
      return mail.wanted(sizeLimit);
    } catch (MessagingException e) {
      // The fetch will fail as well, and counts it.
      return sizeLimit;
    }
  }

  /** Fetches a mail; empty when it was deleted meanwhile. For one thread. */
  Optional<FetchedMail> fetch(RemoteMail mail) throws MessagingException, IOException {
    // One more attempt would break the connection on which the mails behind it are fetched.
    if (fetchFailure != null && troublesomeUid == mail.uid() && fetchesFailed >= MOST_FETCHES) {
      return Optional.of(new FetchedMail.Unfetchable(mail.uid(), fetchFailure));
    }
    try {
      return Optional.of(new FetchedMail.Content(mail.uid(), mail.fetch(mailbox, sizeLimit)));
    } catch (MessageRemovedException e) {
      return Optional.empty();
    } catch (MessagingException | IOException | RuntimeException e) {
      fetchesFailed = troublesomeUid == mail.uid() ? fetchesFailed + 1 : 1;
      troublesomeUid = mail.uid();
      fetchFailure = e;
      throw e;
    }
  }

  /** Takes a mail; what it throws is a fault of the surroundings. Thread-safe. */
  void take(FetchedMail fetched) {
    switch (fetched) {
      case FetchedMail.Content(long uid, ArrivedMail mail) -> take(uid, mail);
      case FetchedMail.Unfetchable(long uid, Exception failure) -> passOver(uid, failure);
    }
    troubled.done(fetched.uid());
  }

  private void take(long uid, ArrivedMail arrived) {
    for (int attempt = 1; ; attempt++) {
      try {
        await(intake.take(arrived));
        metrics.taken(arrived);
        return;
      } catch (RuntimeException | Error e) {
        boolean transientFault = Faults.isTransient(e) || e instanceof TimeoutException;
        if (transientFault && !troubled.failsAlone(uid)) {
          throw e;
        }
        LOG.warnf(
            "mailbox uid=%d attempt=%d failed because=%s", uid, attempt, e.getClass().getName());
        if (transientFault || attempt == MOST_ATTEMPTS) {
          passOver(uid, e);
          return;
        }
      }
    }
  }

  private void passOver(long uid, Throwable failure) {
    await(setAside.add(uidValidity, uid, failure));
  }

  private static void await(Uni<?> work) {
    work.await().atMost(PATIENCE);
  }
}
