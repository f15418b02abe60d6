package io.casewire.intake.conversation;

import io.casewire.events.Assurance;
import io.casewire.events.NoAutoReply;
import io.casewire.intake.analysis.AnalysedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message from any channel before it has its place on a case: redacted, its files
 * stored. It says all that a new case needs, if it opens one.
 *
 * @param fullText set when the customer sent more than is shown, such as quoted mail
 * @param sentAt when it was sent, as far as the sender can be believed
 * @param automatic whether a machine wrote it (RFC 3834)
 * @param rfcMessageId of a mail (RFC 5322)
 * @param references of a mail, oldest first
 * @param messageIdReused whether another mail had come under its Message-ID
 * @param noAutoReply why no automatic mail may answer it; null if one may
 * @param byForm whether its sender showed nothing but the public form or its link; a holder of that
 *     link may read it
 * @param transactionRef the payment that the customer named with it
 * @param possiblyRelatedCaseId a case that it names without proof that it is the sender's
 */
public record MessageDraft(
    UUID messageId,
    String channel,
    Sender sender,
    AnalysedText content,
    @Nullable String fullText,
    Instant receivedAt,
    Instant sentAt,
    boolean automatic,
    @Nullable String rfcMessageId,
    List<String> references,
    boolean messageIdReused,
    @Nullable NoAutoReply noAutoReply,
    List<StoredFile> files,
    boolean byForm,
    Assurance assurance,
    @Nullable String transactionRef,
    @Nullable UUID possiblyRelatedCaseId) {

  public MessageDraft {
    references = List.copyOf(references);
    files = List.copyOf(files);
  }

  /** Begins a draft. */
  public static Builder builder(
      UUID messageId, String channel, Sender sender, AnalysedText content, Instant receivedAt) {
    return new Builder(messageId, channel, sender, content, receivedAt);
  }

  /** Begins a changed copy of this draft. */
  public Builder change() {
    Builder copy = new Builder(messageId, channel, sender, content, receivedAt);
    copy.fullText = fullText;
    copy.sentAt = sentAt;
    copy.automatic = automatic;
    copy.rfcMessageId = rfcMessageId;
    copy.references = references;
    copy.messageIdReused = messageIdReused;
    copy.noAutoReply = noAutoReply;
    copy.files = files;
    copy.byForm = byForm;
    copy.assurance = assurance;
    copy.transactionRef = transactionRef;
    copy.possiblyRelatedCaseId = possiblyRelatedCaseId;
    return copy;
  }

  /** Collects the parts of a draft; each stays empty, or as it was, unless it is set. */
  public static final class Builder {

    private final UUID messageId;
    private final String channel;
    private final Sender sender;
    private final AnalysedText content;
    private final Instant receivedAt;
    private @Nullable String fullText;
    private Instant sentAt;
    private boolean automatic;
    private @Nullable String rfcMessageId;
    private List<String> references = List.of();
    private boolean messageIdReused;
    private @Nullable NoAutoReply noAutoReply;
    private List<StoredFile> files = List.of();
    private boolean byForm;
    private Assurance assurance = Assurance.NONE;
    private @Nullable String transactionRef;
    private @Nullable UUID possiblyRelatedCaseId;

    private Builder(
        UUID messageId, String channel, Sender sender, AnalysedText content, Instant receivedAt) {
      this.messageId = messageId;
      this.channel = channel;
      this.sender = sender;
      this.content = content;
      this.receivedAt = receivedAt;
      this.sentAt = receivedAt;
    }

    public Builder fullText(@Nullable String value) {
      fullText = value;
      return this;
    }

    public Builder sentAt(Instant value) {
      sentAt = value;
      return this;
    }

    public Builder automatic(boolean value) {
      automatic = value;
      return this;
    }

    /** Names the mail that it came as. */
    public Builder mail(@Nullable String messageIdHeader, List<String> referencesHeader) {
      rfcMessageId = messageIdHeader;
      references = referencesHeader;
      return this;
    }

    public Builder messageIdReused(boolean value) {
      messageIdReused = value;
      return this;
    }

    public Builder noAutoReply(@Nullable NoAutoReply value) {
      noAutoReply = value;
      return this;
    }

    public Builder files(List<StoredFile> value) {
      files = value;
      return this;
    }

    public Builder byForm(boolean value) {
      byForm = value;
      return this;
    }

    public Builder assurance(Assurance value) {
      assurance = value;
      return this;
    }

    public Builder transactionRef(@Nullable String value) {
      transactionRef = value;
      return this;
    }

    public Builder possiblyRelatedTo(@Nullable UUID caseId) {
      possiblyRelatedCaseId = caseId;
      return this;
    }

    public MessageDraft build() {
      return new MessageDraft(
          messageId,
          channel,
          sender,
          content,
          fullText,
          receivedAt,
          sentAt,
          automatic,
          rfcMessageId,
          references,
          messageIdReused,
          noAutoReply,
          files,
          byForm,
          assurance,
          transactionRef,
          possiblyRelatedCaseId);
    }
  }
}
