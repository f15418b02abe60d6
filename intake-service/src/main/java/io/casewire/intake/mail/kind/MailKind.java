package io.casewire.intake.mail.kind;

import io.casewire.intake.mail.MailEnvelope;
import io.casewire.intake.mail.OwnMailboxes;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.automatic.AutomaticMail;
import io.casewire.intake.mail.automatic.AutomaticReason;
import io.casewire.intake.mail.automatic.LoopGuard;
import io.casewire.intake.mail.automatic.QuarantineReason;
import io.casewire.intake.mail.bounce.Bounce;
import io.casewire.intake.mail.bounce.BounceDetector;

/** What sort of mail it is, which decides what it may do. */
public sealed interface MailKind {

  /** By a person, as far as can be seen: may open a case. */
  record Written() implements MailKind {}

  /** By a machine: kept on its case, opens none, moves nothing, is never answered. */
  record Automatic(AutomaticReason reason) implements MailKind {}

  /** A report about a mail that we sent: opens nothing. */
  record Report(Bounce bounce) implements MailKind {}

  /** By ourselves or by nobody: must not reach a case. */
  record Stopped(QuarantineReason reason) implements MailKind {}

  /**
   * Sorts a mail. Reports come first: they are often from nobody who could be answered, and are
   * harmless however forged.
   *
   * @param envelope what of the envelope is believed
   * @param answersUs whether it answers a message that we sent
   */
  static MailKind of(ParsedMail mail, MailEnvelope envelope, OwnMailboxes own, boolean answersUs) {
    return BounceDetector.detect(mail, envelope)
        .<MailKind>map(Report::new)
        .or(() -> LoopGuard.inspect(mail, own).map(Stopped::new))
        .or(() -> AutomaticMail.detect(mail, envelope, own, answersUs).map(Automatic::new))
        .orElseGet(Written::new);
  }
}
