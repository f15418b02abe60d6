package io.casewire.intake.conversation;

import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds cases and locks them. Several are locked in the order of their ids. */
@ApplicationScoped
public class Cases {

  private final Outbox outbox;
  private final ThreadEntries entries;

  Cases(Outbox outbox, ThreadEntries entries) {
    this.outbox = outbox;
    this.entries = entries;
  }

  /** The locked case; empty if there is none. */
  public Uni<Optional<LockedCase>> find(UnitOfWork unitOfWork, UUID caseId) {
    return unitOfWork
        .session()
        .find(CaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE)
        .map(found -> Optional.ofNullable(found).map(row -> locked(unitOfWork, row)));
  }

  /** The locked case; fails with an {@link IllegalStateException} if there is none. */
  public Uni<LockedCase> lock(UnitOfWork unitOfWork, UUID caseId) {
    return find(unitOfWork, caseId)
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no case " + caseId)));
  }

  /**
   * The locked case of a customer.
   *
   * @param idOrNumber the case's id or number, which must name the case of the customer's link
   * @return fails with a {@link Problem} 404 if it does not, or the link is not valid any more
   */
  public Uni<LockedCase> lock(UnitOfWork unitOfWork, String idOrNumber, Viewer.Customer customer) {
    return find(unitOfWork, customer.caseId())
        .map(
            found ->
                found
                    .filter(theCase -> CaseAccess.isOf(theCase.row(), customer))
                    .filter(theCase -> theCase.row().isNamed(idOrNumber))
                    .orElseThrow(Problem::notFound));
  }

  /** Those of the cases that exist, locked. */
  Uni<Map<UUID, LockedCase>> lockAll(UnitOfWork unitOfWork, Collection<UUID> ids) {
    return unitOfWork
        .session()
        .createSelectionQuery("from CaseEntity where id in (?1) order by id", CaseEntity.class)
        .setParameter(1, Set.copyOf(ids))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(row -> locked(unitOfWork, row))
                    .collect(Collectors.toMap(LockedCase::caseId, Function.identity())));
  }

  /** A case that this transaction has made; no other one can see it yet. */
  LockedCase locked(UnitOfWork unitOfWork, CaseEntity row) {
    return new LockedCase(unitOfWork, row, outbox, entries);
  }
}
