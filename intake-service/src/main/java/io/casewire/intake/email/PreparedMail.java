package io.casewire.intake.email;

import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.automatic.AutomaticReason;
import io.casewire.intake.mail.bounce.Bounce;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail after everything that needs no transaction: what it is, and what it may become. */
record PreparedMail(MailSlip slip, Purpose purpose) {

  /** A mail that we have sent, by the word of its signature. */
  record SignedMail(MessageId id, UUID caseId) {}

  /** What is to be done with it. */
  sealed interface Purpose {

    /** The same for a mail under whose Message-ID another mail had come. */
    default Purpose withReusedId() {
      return switch (this) {
        case Place(MailMessage message) -> new Place(message.withReusedId());
        case PlaceReleased(MailMessage message) -> new PlaceReleased(message.withReusedId());
        case Attach(MailMessage message, var reason) -> new Attach(message.withReusedId(), reason);
        case Note _, Hold _ -> this;
      };
    }

    /** To give it its case, or open one. */
    record Place(MailMessage message) implements Purpose {}

    /** The same, with a person's word for it that it is wanted, however it looks. */
    record PlaceReleased(MailMessage message) implements Purpose {}

    /** To keep it on its case, if it has one. */
    record Attach(MailMessage message, AutomaticReason reason) implements Purpose {}

    /**
     * To note a report.
     *
     * @param ours the mail that it is about, when we have signed the id
     */
    record Note(Bounce bounce, @Nullable SignedMail ours, Instant receivedAt) implements Purpose {}

    /** To hold it back, for a reason by its stable name. */
    record Hold(String reason) implements Purpose {}
  }
}
