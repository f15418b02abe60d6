package io.casewire.intake.mailbox;

import io.casewire.kit.memory.ByteBudget;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes some mails and knows how far it got. Short ones go side by side; a long one goes alone, and
 * takes its bytes from the replica's budget, for which it waits.
 */
final class MailboxBatch {

  private final MailboxPass pass;
  private final LaneWorkers workers;
  private final ByteBudget budget;
  private final List<FetchedMail> fetched = new ArrayList<>();
  private long taken;

  /**
   * @param taken the last one that was taken before
   */
  MailboxBatch(MailboxPass pass, LaneWorkers workers, ByteBudget budget, long taken) {
    this.pass = pass;
    this.workers = workers;
    this.budget = budget;
    this.taken = taken;
  }

  /** Takes them, or some; what it throws is a fault of the surroundings. */
  void take(List<RemoteMail> mails) throws MessagingException, IOException, InterruptedException {
    for (RemoteMail mail : mails) {
      if (mail.isAtServer()) {
        takeFetched();
        takeAlone(mail);
      } else {
        pass.fetch(mail).ifPresent(fetched::add);
      }
    }
    takeFetched();
  }

  private void takeAlone(RemoteMail mail)
      throws MessagingException, IOException, InterruptedException {
    try (ByteBudget.Share share = budget.share()) {
      share.take(pass.wanted(mail));
      pass.fetch(mail).ifPresent(fetched::add);
      takeFetched();
    }
  }

  private void takeFetched() throws InterruptedException {
    if (fetched.isEmpty()) {
      return;
    }
    LaneWorkers.Progress progress = workers.take(List.copyOf(fetched), taken);
    fetched.clear();
    taken = progress.taken();
    if (progress.failure() != null) {
      throw new IllegalStateException("a mail was not taken", progress.failure());
    }
  }

  /** All mails up to this one are taken. */
  long taken() {
    return taken;
  }
}
