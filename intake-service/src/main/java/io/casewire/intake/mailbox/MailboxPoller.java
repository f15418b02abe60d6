package io.casewire.intake.mailbox;

import io.casewire.intake.email.MailIntake;
import io.casewire.intake.mail.parse.MailLimits;
import io.casewire.kit.id.Ids;
import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.ThreadLoop;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.memory.ByteBudget;
import io.casewire.kit.transaction.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches mail as long as the service runs, on threads of its own because IMAP blocks.
 *
 * <p>Guarantees: at most one replica fetches, another takes over when it dies; every mail is taken
 * once, whether or not somebody has read it in the mailbox; the position is kept after the mails
 * that it covers, so a crash between leads to mails that are recognised as taken already.
 */
@ApplicationScoped
class MailboxPoller {

  private static final Logger LOG = Logger.getLogger(MailboxPoller.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final MailboxConfig config;
  private final MailboxRow row;
  private final MailboxPass pass;
  private final LaneWorkers workers;
  private final MailboxMetrics metrics;
  private final ByteBudget budget;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ThreadLoop loop;
  private volatile @Nullable ImapMailbox connection;

  MailboxPoller(
      MailboxConfig config,
      MailIntake intake,
      MailLimits limits,
      Transactions transactions,
      ByteBudget budget,
      SetAsideMails setAside,
      MailboxMetrics metrics,
      LoopSupervisor loops) {
    EmailAddress address =
        EmailAddress.parse(config.address())
            .orElseThrow(() -> new IllegalArgumentException("the mailbox's address is no address"));
    this.config = config;
    this.metrics = metrics;
    this.budget = budget;
    this.row =
        new MailboxRow(transactions.forBatches(), address.value(), config.folder(), Ids.next());
    this.pass = new MailboxPass(intake.ahead(), address, limits.totalBytes(), setAside, metrics);
    this.workers = new LaneWorkers(pass, this::isStopped);
    this.loop = loops.onThread("mailbox", config.longestPause(), this::pass).atEnd(this::letGo);
  }

  void start(@Observes StartupEvent event) {
    if (config.host().isPresent()) {
      loop.start();
    }
  }

  /** Closes the connection, since the thread may be waiting on it for news. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    loop.stop();
    ImapMailbox open = connection;
    if (open != null) {
      open.close();
    }
    loop.awaitEnd(GOODBYE);
    workers.close();
  }

  boolean isRunning() {
    return loop.isRunning();
  }

  private Duration pass() throws MessagingException, IOException, InterruptedException {
    if (hold().isPresent()) {
      metrics.responsible();
      fetchWhileHeld();
    }
    metrics.notResponsible();
    return config.pollEvery();
  }

  private void fetchWhileHeld() throws MessagingException, IOException, InterruptedException {
    try (ImapMailbox mailbox = ImapMailbox.open(config);
        NewsWait wait = new NewsWait(mailbox, config.pollEvery())) {
      connection = mailbox;
      Optional<MailboxPosition> position = hold();
      while (!isStopped() && position.isPresent()) {
        boolean more = take(mailbox, position.get());
        loop.goesOn();
        if (!more) {
          metrics.upToDate();
          wait.forNews(stopped);
        }
        position = hold();
      }
    } finally {
      connection = null;
    }
  }

  /** Takes a batch; whether there may be more. */
  private boolean take(ImapMailbox mailbox, MailboxPosition position)
      throws MessagingException, IOException, InterruptedException {
    long uidValidity = mailbox.uidValidity();
    pass.begin(uidValidity);
    MailboxBatch batch = new MailboxBatch(pass, workers, budget, position.lastUidOf(uidValidity));
    List<RemoteMail> mails = mailbox.after(batch.taken(), config.batch());
    try {
      batch.take(mails);
    } finally {
      keep(position, new MailboxPosition(uidValidity, batch.taken()));
    }
    return mails.size() == config.batch();
  }

  private void keep(MailboxPosition before, MailboxPosition now) {
    if (now.equals(before) || now.lastUid() == 0) {
      return;
    }
    try {
      await(row.advance(now));
    } catch (RuntimeException e) {
      // The same mails come again and are recognised.
      LOG.warnf("mailbox position not kept because=%s", e.getClass().getName());
    }
  }

  private Optional<MailboxPosition> hold() {
    return await(row.hold(config.lease()));
  }

  private void letGo() {
    try {
      await(row.letGo());
    } catch (RuntimeException e) {
      LOG.debugf(e, "mailbox not let go: another replica waits for the lease to end");
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
