package io.casewire.intake.email;

import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.automatic.AutomaticReason;
import io.casewire.intake.mail.bounce.Bounce;
import java.util.Optional;
import java.util.UUID;

/** A mail after everything that needs no transaction: what it is, and what it may become. */
record PreparedMail(MailSlip slip, Purpose purpose) {

  /** What is to be done with it. */
  sealed interface Purpose {

    /** To give it its case, or open one. */
    record Place(MailMessage message) implements Purpose {}

    /** The same, with a person's word for it that it is wanted, however it looks. */
    record PlaceReleased(MailMessage message) implements Purpose {}

    /** To keep it on its case, if it has one. */
    record Attach(MailMessage message, AutomaticReason reason) implements Purpose {}

    /**
     * To note a report.
     *
     * @param signedCase the case whose mail it is about, when the id is one that we signed
     */
    record Note(Bounce bounce, Optional<UUID> signedCase) implements Purpose {

      Optional<MessageId> original() {
        return Optional.ofNullable(bounce.original());
      }
    }

    /** To hold it back, for a reason by its stable name. */
    record Hold(String reason) implements Purpose {}
  }
}
