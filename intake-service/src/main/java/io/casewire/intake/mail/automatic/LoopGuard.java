package io.casewire.intake.mail.automatic;

import io.casewire.intake.mail.OwnMailboxes;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.kit.mail.EmailAddress;
import java.util.Optional;

/** Keeps the desk from talking to itself. */
public final class LoopGuard {

  /** Header with one of our addresses on every mail that we send. */
  public static final String LOOP_HEADER = "x-loop";

  // Postfix gives up at the same number.
  private static final int MOST_HOPS = 50;

  private LoopGuard() {}

  /** Why the mail must not reach a case; empty when it may. */
  public static Optional<QuarantineReason> inspect(ParsedMail mail, OwnMailboxes own) {
    if (mail.parties().identity().isEmpty()) {
      return Optional.of(QuarantineReason.NO_SENDER);
    }
    if (mail.parties().authors().stream().anyMatch(own::include)) {
      return Optional.of(QuarantineReason.OWN_ADDRESS);
    }
    if (hasOwnLoopHeader(mail, own)) {
      return Optional.of(QuarantineReason.LOOP);
    }
    return mail.headers().all("received").size() > MOST_HOPS
        ? Optional.of(QuarantineReason.TOO_MANY_HOPS)
        : Optional.empty();
  }

  private static boolean hasOwnLoopHeader(ParsedMail mail, OwnMailboxes own) {
    return mail.headers().all(LOOP_HEADER).stream()
        .map(EmailAddress::parse)
        .flatMap(Optional::stream)
        .anyMatch(own::include);
  }
}
