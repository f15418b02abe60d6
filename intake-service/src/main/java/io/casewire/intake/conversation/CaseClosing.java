package io.casewire.intake.conversation;

import io.casewire.events.CaseClosedByCustomer;
import io.casewire.events.CaseStatus;
import io.casewire.events.Publication;
import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Closes a case because its customer wants nothing more. It is closed here at once, so that what he
 * writes next opens another; routing follows.
 */
@ApplicationScoped
public class CaseClosing {

  private final Outbox outbox;
  private final ThreadEntries entries;

  CaseClosing(Outbox outbox, ThreadEntries entries) {
    this.outbox = outbox;
    this.entries = entries;
  }

  /**
   * Closes it, unless it is closed already.
   *
   * @return fails with a {@link Problem} 409 if it has ended otherwise
   */
  public Uni<Void> close(UnitOfWork unitOfWork, UUID caseId, Instant now, Cause cause) {
    return CaseLocks.require(unitOfWork.session(), caseId)
        .chain(
            entity ->
                switch (entity.status) {
                  case OPEN, PENDING, RESOLVED -> close(unitOfWork, entity, now, cause);
                  case CLOSED -> Uni.createFrom().voidItem();
                  case MERGED, SPAM ->
                      Uni.createFrom()
                          .failure(
                              Problem.conflict(
                                  "case-ended",
                                  "The case has ended otherwise",
                                  "The case can't be closed any more: it is %s."
                                      .formatted(entity.status.wireName())));
                });
  }

  private Uni<Void> close(UnitOfWork unitOfWork, CaseEntity entity, Instant now, Cause cause) {
    entity.status = CaseStatus.CLOSED;
    entity.reopenUntil = null;
    entries.add(unitOfWork, entity, CaseStatus.CLOSED, now);
    CaseClosedByCustomer closed = new CaseClosedByCustomer(entity.id, now);
    return outbox.append(
        unitOfWork,
        List.of(
            Publication.of(
                closed, entity.customerId, Ids.next(), entity.nextEventSequence(), now, cause)));
  }
}
