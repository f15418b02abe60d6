package io.casewire.intake.email;

import io.casewire.intake.conversation.CaseCopy;
import io.casewire.intake.conversation.CaseLocks;
import io.casewire.intake.correspondence.ThreadIds;
import io.casewire.intake.email.PreparedMail.Purpose.Note;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Notes reports about mail that we sent. One that names no mail of ours is held back as well: some
 * of what looks like a report is a person's mail.
 */
@ApplicationScoped
class ReportNoting {

  private static final String UNKNOWN_ORIGINAL = "bounce";

  private final ThreadIds threadIds;
  private final CaseLocks locks;

  ReportNoting(ThreadIds threadIds, CaseLocks locks) {
    this.threadIds = threadIds;
    this.locks = locks;
  }

  Uni<Placement> note(UnitOfWork unitOfWork, Note note) {
    String reason = note.bounce().outcome().name().toLowerCase(Locale.ROOT);
    return caseOf(unitOfWork, note)
        .map(
            found ->
                found
                    .map(known -> Placement.done(answer(reason, known)))
                    .orElseGet(() -> Placement.held(MailOutcome.BOUNCE, UNKNOWN_ORIGINAL)));
  }

  private Uni<Optional<CaseCopy>> caseOf(UnitOfWork unitOfWork, Note note) {
    return note.signedCase()
        .map(caseId -> Uni.createFrom().item(Optional.of(caseId)))
        .orElseGet(() -> known(unitOfWork, note))
        .chain(
            caseId ->
                caseId
                    .map(id -> locks.lock(unitOfWork, id))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Optional<UUID>> known(UnitOfWork unitOfWork, Note note) {
    return threadIds
        .casesOf(unitOfWork, note.original().stream().toList())
        .map(cases -> cases.values().stream().flatMap(List::stream).findFirst());
  }

  private static MailAnswer answer(String reason, CaseCopy about) {
    return new MailAnswer(MailOutcome.BOUNCE, reason, about.caseId(), about.caseNumber(), null);
  }
}
