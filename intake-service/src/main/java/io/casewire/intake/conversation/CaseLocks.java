package io.casewire.intake.conversation;

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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Locks cases until the end of the transaction. Whoever adds to a case or publishes an event about
 * it holds its lock. Several are taken in the order of their ids.
 */
@ApplicationScoped
public class CaseLocks {

  /** Locks a case and tells how it stands; empty if there is none. */
  public Uni<Optional<CaseCopy>> lock(UnitOfWork unitOfWork, UUID caseId) {
    return find(unitOfWork.session(), caseId)
        .map(found -> Optional.ofNullable(found).map(CaseLocks::copy));
  }

  /** The locked case; fails with an {@link IllegalStateException} if there is none. */
  static Uni<CaseEntity> require(Mutiny.Session session, UUID caseId) {
    return find(session, caseId)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no case " + caseId));
  }

  /** Those of the cases that there are, locked. */
  static Uni<Map<UUID, CaseEntity>> all(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery("from CaseEntity where id in (?1) order by id", CaseEntity.class)
        .setParameter(1, Set.copyOf(ids))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .map(
            cases ->
                cases.stream().collect(Collectors.toMap(entity -> entity.id, Function.identity())));
  }

  private static Uni<@Nullable CaseEntity> find(Mutiny.Session session, UUID caseId) {
    return session.find(CaseEntity.class, caseId, LockModeType.PESSIMISTIC_WRITE);
  }

  private static CaseCopy copy(CaseEntity entity) {
    return new CaseCopy(
        entity.id,
        entity.caseNumber,
        entity.status,
        entity.reopenUntil,
        entity.customerAddress == null ? Set.of() : Set.of(entity.customerAddress));
  }
}
