package io.casewire.intake.mailbox;

import io.casewire.intake.email.ArrivedMail;
import io.casewire.intake.email.MailIntake;
import io.casewire.intake.mail.parse.MailLimits;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.setaside.WorkQueue;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The mails of the mailbox that were passed over because they can't be taken. They stay in the
 * mailbox, and a retry fetches them from there.
 */
@ApplicationScoped
class SetAsideMails implements WorkQueue {

  private static final Logger LOG = Logger.getLogger(SetAsideMails.class);
  private static final String QUEUE = "mailbox";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final MailboxConfig config;
  private final MailIntake intake;
  private final MailLimits limits;
  private final Transactions transactions;
  private final SetAside setAside;
  private final Vertx vertx;

  SetAsideMails(
      MailboxConfig config,
      MailIntake intake,
      MailLimits limits,
      Transactions transactions,
      SetAside setAside,
      Vertx vertx) {
    this.config = config;
    this.intake = intake;
    this.limits = limits;
    this.transactions = transactions;
    this.setAside = setAside;
    this.vertx = vertx;
  }

  @Override
  public String name() {
    return QUEUE;
  }

  /** Sets a mail of the mailbox aside. */
  Uni<Void> add(long uidValidity, long uid, Throwable failure) {
    MailKey key = new MailKey(config.address(), uidValidity, uid, config.folder());
    return write(unitOfWork -> setAside.add(unitOfWork, QUEUE, key.text(), failure));
  }

  /**
   * Fetches the mail and takes it. If its effect is committed and its removal from the list is not,
   * the next retry recognises it as taken.
   */
  @Override
  public Uni<Void> retry(String key) {
    return vertx
        .executeBlocking(() -> fetch(MailKey.parse(key)), false)
        .chain(mail -> mail.map(this::take).orElseGet(() -> Uni.createFrom().voidItem()))
        .chain(() -> write(unitOfWork -> setAside.remove(unitOfWork, QUEUE, key)))
        .onFailure(failure -> !(failure instanceof Problem))
        .recoverWithUni(
            failure -> write(unitOfWork -> setAside.add(unitOfWork, QUEUE, key, failure)));
  }

  /** Empty if the mailbox has no mail of this key any more. */
  private Optional<ArrivedMail> fetch(MailKey key) throws IOException, MessagingException {
    if (config.host().isEmpty() || !isOfThisMailbox(key)) {
      throw Problem.conflict(
          "other-mailbox",
          "This mailbox is not fetched from any more",
          "The mail is in another mailbox than the one that is configured now.");
    }
    try (ImapMailbox mailbox = connect()) {
      // After a change of UIDVALIDITY all mails come again under new numbers, this one too.
      Optional<RemoteMail> mail =
          mailbox.uidValidity() == key.uidValidity() ? mailbox.find(key.uid()) : Optional.empty();
      if (mail.isEmpty()) {
        LOG.warnf("mailbox uid=%d is not in the mailbox any more: off the list", key.uid());
        return Optional.empty();
      }
      EmailAddress address = EmailAddress.parse(key.mailbox()).orElseThrow();
      return Optional.of(mail.get().fetch(address, limits.totalBytes()));
    }
  }

  private ImapMailbox connect() {
    try {
      return ImapMailbox.open(config);
    } catch (MessagingException e) {
      throw Problem.unavailable(SOON);
    }
  }

  private boolean isOfThisMailbox(MailKey key) {
    return key.mailbox().equals(config.address()) && key.folder().equals(config.folder());
  }

  private Uni<Void> take(ArrivedMail mail) {
    return vertx
        .executeBlocking(() -> intake.take(mail), false)
        .chain(Function.identity())
        .replaceWithVoid();
  }

  private Uni<Void> write(Function<UnitOfWork, Uni<?>> work) {
    return transactions.write(unitOfWork -> work.apply(unitOfWork).replaceWithVoid());
  }
}
