package io.casewire.intake.mail.thread;

import io.casewire.intake.mail.MailEnvelope;
import io.casewire.intake.mail.MailReferences;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.thread.ThreadCandidate.KnownMessageId;
import io.casewire.intake.mail.thread.ThreadCandidate.PlusAddress;
import io.casewire.intake.mail.thread.ThreadCandidate.SignedId;
import io.casewire.intake.mail.thread.ThreadCandidate.SubjectToken;
import java.util.List;
import java.util.stream.Stream;

/** Collects a mail's hints at its case, best first. */
public final class ThreadCandidates {

  private ThreadCandidates() {}

  /**
   * In-Reply-To in its order, then References from the newest back, then the address it was sent
   * to, then the subject; each hint once. Tokens that do not verify are no hints.
   *
   * @param envelope what of the envelope is believed
   */
  public static List<ThreadCandidate> of(
      ParsedMail mail, MailEnvelope envelope, SignedReferences signed) {
    return Stream.of(
            answered(mail.references(), signed),
            addressed(mail, envelope, signed),
            signed.subject().apply(mail.subject()).stream().<ThreadCandidate>map(SubjectToken::new))
        .flatMap(hints -> hints)
        .distinct()
        .toList();
  }

  private static Stream<ThreadCandidate> answered(
      MailReferences references, SignedReferences signed) {
    return Stream.concat(
            references.inReplyTo().stream(), references.references().reversed().stream())
        .map(id -> candidate(id, signed));
  }

  private static ThreadCandidate candidate(MessageId id, SignedReferences signed) {
    return signed
        .messageId()
        .apply(id)
        .<ThreadCandidate>map(SignedId::new)
        .orElseGet(() -> new KnownMessageId(id));
  }

  // The header's recipients are the sender's words, but the signature is ours.
  private static Stream<ThreadCandidate> addressed(
      ParsedMail mail, MailEnvelope envelope, SignedReferences signed) {
    return Stream.concat(envelope.deliveredTo().stream(), mail.parties().recipients().stream())
        .flatMap(recipient -> signed.address().apply(recipient).stream())
        .map(PlusAddress::new);
  }
}
