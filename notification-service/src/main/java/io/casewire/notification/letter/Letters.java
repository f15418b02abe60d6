package io.casewire.notification.letter;

import io.casewire.events.signed.CaseLink;
import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.LinkHolder;
import io.casewire.events.signed.SignedMessageId;
import io.casewire.events.signed.SignedPlusAddress;
import io.casewire.notification.notice.Content;
import io.casewire.notification.notice.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes letters.
 *
 * <p>Guarantees: an automatic letter says that it is one, so that no machine answers it (RFC 3834
 * section 5); a letter to a customer has a link to the conversation that only he who reads the
 * mailbox can use, and an answer to it finds its case even without references; the subject is one
 * line.
 */
@ApplicationScoped
public class Letters {

  /** RFC 5321 section 4.5.5: whoever can't deliver the letter tells nobody. */
  private static final String NOBODY = "<>";

  /** Links are revoked one case at a time by a higher generation; this is every case's first. */
  private static final int LINK_GENERATION = 1;

  private final LetterConfig config;
  private final Clock clock;
  private final TemplateFiles templates;
  private final Map<String, Vocabulary> vocabularies;
  private final CaseLink links;
  private final SignedMessageId messageIds;
  private final SignedPlusAddress answers;

  Letters(LetterConfig config, Clock clock) {
    KeyRing keys = KeyRing.parse(config.signingKeys());
    this.config = config;
    this.clock = clock;
    this.templates = new TemplateFiles(config.languages());
    this.vocabularies =
        config.languages().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), language -> Vocabulary.load(language, config.zone())));
    this.links = new CaseLink(keys);
    this.messageIds = new SignedMessageId(keys, config.messageIdDomain());
    this.answers = new SignedPlusAddress(keys, config.supportAddress());
  }

  /** The Message-ID of the letter about a notification, the same whenever it is asked for. */
  public String messageIdOf(UUID caseId, UUID notificationId) {
    return messageIds.of(caseId, notificationId);
  }

  /**
   * Writes a letter. Takes CPU time and no other; not for event loops.
   *
   * @throws UnwritableLetterException if the texts ask for what there is not
   */
  public Letter write(Order order) {
    Template template = order.content().template();
    Wording wording = templates.render(template, order.language(), variables(order));
    try {
      return new Letter(envelopeSender(template), order.to().asMailbox(), compose(order, wording));
    } catch (MessagingException | IOException e) {
      throw new UnwritableLetterException(template.key(), e);
    }
  }

  private byte[] compose(Order order, Wording wording) throws MessagingException, IOException {
    Mime mail = new Mime(order.messageId(), order.to().needsSmtpUtf8());
    mail.date(clock.instant());
    mail.from(config.supportAddress(), senderName(order.content()));
    mail.to(order.to().asMailbox());
    mail.replyTo(answerAddress(order));
    mail.wording(wording);
    ConversationHeaders.add(mail, order.inReplyTo(), order.references());
    OriginHeaders.add(mail, order.content().template().origin(), config.supportAddress());
    return mail.bytes();
  }

  /** Names the case, for mail programs that drop the references (RFC 5233). */
  private String answerAddress(Order order) {
    return switch (order.content().template().recipientKind()) {
      case CUSTOMER -> answers.of(order.caseId());
      case AGENT -> config.supportAddress();
    };
  }

  private String senderName(Content content) {
    return content instanceof Content.AgentReply reply
        ? OneLine.of("%s (%s)".formatted(reply.displayName(), config.brand()))
        : config.brand();
  }

  /** An answer's bounces go to the desk, where intake finds their case. */
  private String envelopeSender(Template template) {
    return switch (template.origin()) {
      case WRITTEN_BY_A_PERSON -> config.supportAddress();
      case REPLIED_TO_A_MESSAGE, GENERATED -> config.bounceAddress().orElse(NOBODY);
    };
  }

  private Map<String, Object> variables(Order order) {
    Map<String, Object> variables =
        new HashMap<>(Variables.of(order.content(), vocabularies.get(order.language())));
    variables.put("caseNumber", order.caseNumber());
    variables.put("brand", config.brand());
    variables.put("link", linkFor(order));
    return variables;
  }

  private String linkFor(Order order) {
    return switch (order.content().template().recipientKind()) {
      case CUSTOMER ->
          config.casePage()
              + links.issue(
                  order.caseId(),
                  LinkHolder.Mailbox.of(order.caseId(), order.to().value()),
                  LINK_GENERATION,
                  clock.instant());
      case AGENT -> config.deskPage() + order.caseId().toString();
    };
  }
}
