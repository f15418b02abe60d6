package io.casewire.intake.email;

import io.casewire.events.BounceKind;
import io.casewire.events.MailBounced;
import io.casewire.events.envelope.Cause;
import io.casewire.intake.conversation.Cases;
import io.casewire.intake.conversation.LockedCase;
import io.casewire.intake.correspondence.ThreadIds;
import io.casewire.intake.email.PreparedMail.Purpose.Note;
import io.casewire.intake.email.PreparedMail.SignedMail;
import io.casewire.intake.mail.bounce.Bounce;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Notes reports about mail that we sent, and publishes those about a mail whose id we signed. One
 * that names no mail of ours is held back: some of what looks like a report is a person's mail.
 */
@ApplicationScoped
class ReportNoting {

  private static final String UNKNOWN_ORIGINAL = "bounce";

  private final ThreadIds threadIds;
  private final Cases cases;

  ReportNoting(ThreadIds threadIds, Cases cases) {
    this.threadIds = threadIds;
    this.cases = cases;
  }

  Uni<Placement> note(UnitOfWork unitOfWork, Note note, Cause cause) {
    String reason = note.bounce().outcome().name().toLowerCase(Locale.ROOT);
    return caseOf(unitOfWork, note)
        .call(found -> publish(note, found, cause))
        .map(
            found ->
                found
                    .map(known -> Placement.done(answer(reason, known)))
                    .orElseGet(() -> Placement.held(MailOutcome.BOUNCE, UNKNOWN_ORIGINAL)));
  }

  private Uni<Optional<LockedCase>> caseOf(UnitOfWork unitOfWork, Note note) {
    return Optional.ofNullable(note.ours())
        .map(ours -> Uni.createFrom().item(Optional.of(ours.caseId())))
        .orElseGet(() -> known(unitOfWork, note))
        .chain(
            caseId ->
                caseId
                    .map(id -> cases.find(unitOfWork, id))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Optional<UUID>> known(UnitOfWork unitOfWork, Note note) {
    return threadIds
        .casesOf(unitOfWork, note.bounce().originals())
        .map(cases -> cases.values().stream().flatMap(List::stream).findFirst());
  }

  private static Uni<Void> publish(Note note, Optional<LockedCase> found, Cause cause) {
    SignedMail ours = note.ours();
    Optional<BounceKind> kind = kind(note.bounce());
    if (ours == null || found.isEmpty() || kind.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Instant at = note.receivedAt();
    MailBounced bounced =
        new MailBounced(ours.caseId(), ours.id().header(), kind.get(), note.bounce().status(), at);
    return found.get().publish(bounced, at, cause);
  }

  /** Empty for what did not keep the mail from arriving. */
  private static Optional<BounceKind> kind(Bounce bounce) {
    return switch (bounce.outcome()) {
      case COMPLAINED -> Optional.of(BounceKind.COMPLAINT);
      case FAILED ->
          Optional.of(bounce.addressGone() ? BounceKind.PERMANENT : BounceKind.TRANSIENT);
      case DELAYED, DELIVERED, INFORMATION -> Optional.empty();
    };
  }

  private static MailAnswer answer(String reason, LockedCase about) {
    return new MailAnswer(MailOutcome.BOUNCE, reason, about.caseId(), about.caseNumber(), null);
  }
}
