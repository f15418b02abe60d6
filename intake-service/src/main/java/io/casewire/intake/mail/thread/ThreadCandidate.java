package io.casewire.intake.mail.thread;

import io.casewire.intake.mail.MessageId;
import java.util.UUID;

/** A hint in a mail at the case it belongs to. A hint names a case, it does not admit a sender. */
public sealed interface ThreadCandidate {

  /** It answers a message whose id we signed. */
  record SignedId(UUID caseId) implements ThreadCandidate {}

  /** It answers a message by an id that is not signed; stored ones tell the case, if any. */
  record KnownMessageId(MessageId id) implements ThreadCandidate {}

  /** It was sent to one of our addresses with a signed plus part. */
  record PlusAddress(UUID caseId) implements ThreadCandidate {}

  /** Its subject has a signed token. */
  record SubjectToken(UUID caseId) implements ThreadCandidate {}
}
