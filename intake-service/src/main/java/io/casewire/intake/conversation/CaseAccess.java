package io.casewire.intake.conversation;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a case for those who may see it. For others it is not there. */
final class CaseAccess {

  private static final String BY_ID = "from CaseEntity where id = ?1";
  private static final String BY_NUMBER = "from CaseEntity where caseNumber = ?1";

  private CaseAccess() {}

  /** The case of this id or number; empty if there is none or this reader may not see it. */
  static Uni<Optional<CaseEntity>> find(Mutiny.Session session, String idOrNumber, Reader reader) {
    Optional<UUID> id = uuid(idOrNumber);
    return session
        .createSelectionQuery(id.isPresent() ? BY_ID : BY_NUMBER, CaseEntity.class)
        .setParameter(1, id.<Object>map(value -> value).orElse(idOrNumber))
        .getSingleResultOrNull()
        .chain(found -> ifVisible(session, found, reader));
  }

  /** The case of this id, under the same terms. */
  static Uni<Optional<CaseEntity>> find(Mutiny.Session session, UUID id, Reader reader) {
    return session.find(CaseEntity.class, id).chain(found -> ifVisible(session, found, reader));
  }

  private static Uni<Optional<CaseEntity>> ifVisible(
      Mutiny.Session session, CaseEntity found, Reader reader) {
    return found == null
        ? Uni.createFrom().item(Optional.empty())
        : maySee(session, found, reader)
            .map(allowed -> allowed ? Optional.of(found) : Optional.empty());
  }

  private static Uni<Boolean> maySee(Mutiny.Session session, CaseEntity entity, Reader reader) {
    return switch (reader) {
      case Reader.FormHolder holder ->
          Uni.createFrom().item(holds(entity, holder.caseId(), holder.generation()));
      case Reader.MailboxHolder holder ->
          Uni.createFrom().item(holds(entity, holder.caseId(), holder.generation()));
      case Reader.Staff staff ->
          session
              .find(StaffEntity.class, staff.agentId())
              .map(known -> known != null && staffMaySee(known, entity, staff));
    };
  }

  private static boolean holds(CaseEntity entity, UUID caseId, int generation) {
    return entity.id.equals(caseId) && entity.linkGeneration == generation;
  }

  private static boolean staffMaySee(StaffEntity known, CaseEntity entity, Reader.Staff staff) {
    return staff.seesAllQueues()
        || known.agentId.equals(entity.owner)
        || known.queues().contains(entity.queue);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
