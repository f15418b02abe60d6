package io.casewire.intake.email;

import io.casewire.intake.mail.MailEnvelope;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.thread.SignedReferences;
import io.casewire.intake.mail.thread.ThreadCandidate;
import io.casewire.intake.mail.thread.ThreadCandidates;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has been read.
 *
 * @param candidates its hints at a case, best first
 */
record IncomingMail(
    ArrivedMail arrived, ParsedMail mail, List<ThreadCandidate> candidates, Instant receivedAt) {

  static IncomingMail of(
      ArrivedMail arrived, ParsedMail mail, SignedReferences signed, Instant receivedAt) {
    MailEnvelope believed = mail.envelope().believed(arrived.trust());
    return new IncomingMail(arrived, mail, ThreadCandidates.of(mail, believed, signed), receivedAt);
  }

  /** What its servers say, as far as they are believed. */
  MailEnvelope believed() {
    return mail.envelope().believed(arrived.trust());
  }

  /** When it was sent, by the word of somebody who is believed; null when there is none. */
  @Nullable Instant sentAt() {
    return arrived.arrivedAt() == null ? believed().lastHopAt() : arrived.arrivedAt();
  }

  /** Whether it answers a message that we sent. */
  boolean answersUs() {
    return candidates.stream().anyMatch(ThreadCandidate.SignedId.class::isInstance);
  }

  /** Whether all of it fits into a message. */
  boolean isWhole() {
    return mail.omitted().isEmpty() && mail.text().notice() == null;
  }
}
