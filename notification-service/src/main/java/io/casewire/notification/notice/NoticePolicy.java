package io.casewire.notification.notice;

import io.casewire.events.AnswerUndelivered;
import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseClassified;
import io.casewire.events.CaseClosedByCustomer;
import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseNoteAdded;
import io.casewire.events.CaseOpened;
import io.casewire.events.CasePriorityChanged;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseRated;
import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.EscalationResolved;
import io.casewire.events.MailBounced;
import io.casewire.events.MessageDelivered;
import io.casewire.events.MessageMoved;
import io.casewire.events.MessageRefused;
import io.casewire.events.MessageUndelivered;
import io.casewire.events.NotificationBounced;
import io.casewire.events.NotificationFailed;
import io.casewire.events.NotificationSent;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.SlaBreachWithdrawn;
import io.casewire.events.SlaBreached;
import io.casewire.events.SlaClockCancelled;
import io.casewire.events.SlaClockMet;
import io.casewire.events.SlaClockPaused;
import io.casewire.events.SlaClockResumed;
import io.casewire.events.SlaClockRetargeted;
import io.casewire.events.SlaClockStarted;
import io.casewire.events.SlaWarning;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.notification.casefile.CaseFile;
import io.casewire.notification.casefile.Contact;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which notices a fact about a case calls for. Pure, but for the cap that it draws on. */
public final class NoticePolicy {

  private final AddressRules addresses;
  private final Languages languages;

  public NoticePolicy(AddressRules addresses, Languages languages) {
    this.addresses = addresses;
    this.languages = languages;
  }

  /**
   * The notices for a fact.
   *
   * @param file the case before the fact; for a case that opens, its new file
   * @param cap counts the acknowledgements that this call decides to send
   */
  public List<Notice> decide(CaseFile file, CaseEvent event, AcknowledgementCap cap) {
    return switch (event) {
      case CaseOpened opened -> List.of(acknowledgement(file, opened, cap));
      case CaseAgentReplied reply -> reply(file, reply).stream().toList();
      case MessageUndelivered undelivered -> continuation(file, undelivered).stream().toList();
      case CaseStatusChanged change -> resolution(file, change).stream().toList();
      case CaseAssigned assigned ->
          List.of(alert(assigned.agentId(), new Content.Assignment(assigned.queue())));
      case SlaWarning warning -> warning(file, warning).stream().toList();
      case EscalationResolved resolved -> escalations(resolved).toList();
      case AnswerUndelivered undelivered -> undelivered(undelivered).stream().toList();
      case CustomerMessageReceived _,
          CaseQueued _,
          CaseUnassigned _,
          CaseClassified _,
          CaseClosedByCustomer _,
          CaseRated _,
          CaseEscalated _,
          CaseNoteAdded _,
          CasePriorityChanged _,
          MessageDelivered _,
          MessageMoved _,
          MailBounced _,
          MessageRefused _,
          NotificationBounced _,
          NotificationFailed _,
          NotificationSent _,
          NotificationSuppressed _,
          SlaBreachWithdrawn _,
          SlaBreached _,
          SlaClockCancelled _,
          SlaClockMet _,
          SlaClockPaused _,
          SlaClockResumed _,
          SlaClockRetargeted _,
          SlaClockStarted _ ->
          List.of();
    };
  }

  /** There is exactly one for every case, if only to say why nothing was sent. */
  private Notice acknowledgement(CaseFile file, CaseOpened opened, AcknowledgementCap cap) {
    // To the sender, not to where he wants answers: a stranger may name any address there.
    Recipient recipient = customer(file, opened.personal().from());
    return new Notice(recipient, new Content.Acknowledgement(), acknowledge(opened, cap));
  }

  private Decision acknowledge(CaseOpened opened, AcknowledgementCap cap) {
    if (opened.automatic()) {
      return new Decision.Suppressed(SuppressionReason.AUTOMATIC_MAIL);
    }
    if (opened.noAutoReply() != null) {
      return new Decision.Suppressed(
          switch (opened.noAutoReply()) {
            case SENDER_FORBIDS -> SuppressionReason.UNWANTED;
            case LOOKS_AUTOMATIC -> SuppressionReason.AUTOMATIC_MAIL;
          });
    }
    if (opened.channel().equals(Contact.CHAT)) {
      return new Decision.InChat();
    }
    String sender = opened.personal().from();
    return addresses
        .objectionTo(sender, true)
        .or(() -> capReached(sender, cap))
        .<Decision>map(Decision.Suppressed::new)
        .orElseGet(Decision.ByMail::new);
  }

  private static Optional<SuppressionReason> capReached(String sender, AcknowledgementCap cap) {
    return EmailAddress.parse(sender).filter(cap::take).isPresent()
        ? Optional.empty()
        : Optional.of(SuppressionReason.RATE_CAP);
  }

  /** An answer given in the chat is intake's to deliver, until it says that nobody took it. */
  private Optional<Notice> reply(CaseFile file, CaseAgentReplied reply) {
    return reply.via().equals(Contact.CHAT)
        ? Optional.empty()
        : Optional.of(
            mailToCustomer(
                file,
                answer(file, reply.messageId(), reply.displayName(), reply.personal().text())));
  }

  private Optional<Notice> continuation(CaseFile file, MessageUndelivered undelivered) {
    return file.unconfirmed(undelivered.messageId())
        .map(reply -> answer(file, reply.messageId(), reply.displayName(), reply.text()))
        .map(content -> mailToCustomer(file, content));
  }

  private static Content answer(CaseFile file, UUID messageId, String displayName, String text) {
    boolean answersMail = file.thread().lastReceived() != null;
    return new Content.AgentReply(messageId, file.subject(), displayName, text, answersMail);
  }

  private Optional<Notice> resolution(CaseFile file, CaseStatusChanged change) {
    if (change.to() != CaseStatus.RESOLVED) {
      return Optional.empty();
    }
    Content content = new Content.Resolution(change.reopenUntil());
    return Optional.of(
        file.contact().inChat()
            ? new Notice(customer(file, file.contact().address()), content, new Decision.InChat())
            : mailToCustomer(file, content));
  }

  /** Nobody is warned of a case without an owner: its escalation finds somebody. */
  private static Optional<Notice> warning(CaseFile file, SlaWarning warning) {
    Decision decision =
        file.isOvertaken(warning.seenRoutingSeq())
            ? new Decision.Suppressed(SuppressionReason.OBSOLETE)
            : new Decision.ByMail();
    return Optional.ofNullable(file.owner())
        .map(owner -> new Notice(new Recipient.Agent(owner), warningOf(warning), decision));
  }

  private static Optional<Notice> undelivered(AnswerUndelivered undelivered) {
    return Optional.ofNullable(undelivered.owner())
        .map(owner -> alert(owner, new Content.UndeliveredAnswer(undelivered.outcome())));
  }

  private static Content warningOf(SlaWarning warning) {
    boolean late = warning.noticedAt() != null && !warning.noticedAt().isBefore(warning.dueAt());
    return new Content.Warning(warning.metric(), warning.dueAt(), late);
  }

  private static Stream<Notice> escalations(EscalationResolved resolved) {
    Content content =
        new Content.Escalation(resolved.metric(), resolved.level(), resolved.action());
    return resolved.outcome() == EscalationOutcome.DONE
        ? resolved.recipients().stream().distinct().map(agentId -> alert(agentId, content))
        : Stream.empty();
  }

  private static Notice alert(String agentId, Content content) {
    return new Notice(new Recipient.Agent(agentId), content, new Decision.ByMail());
  }

  private Notice mailToCustomer(CaseFile file, Content content) {
    String address = file.contact().address();
    Decision decision =
        addresses
            .objectionTo(address, content.template().origin().isAutomatic())
            .<Decision>map(Decision.Suppressed::new)
            .orElseGet(Decision.ByMail::new);
    return new Notice(customer(file, address), content, decision);
  }

  private Recipient customer(CaseFile file, @Nullable String address) {
    Contact contact = file.contact();
    return new Recipient.Customer(
        address == null || address.isBlank()
            ? contact.customerId().toString()
            : EmailAddress.normal(address),
        languages.of(contact.locale()));
  }
}
