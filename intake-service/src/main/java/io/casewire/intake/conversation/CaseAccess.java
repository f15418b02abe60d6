package io.casewire.intake.conversation;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a case for a viewer who may see it. For all others the case does not exist. */
final class CaseAccess {

  private static final String BY_ID = "from CaseEntity where id = ?1";
  private static final String BY_NUMBER = "from CaseEntity where caseNumber = ?1";

  private CaseAccess() {}

  /** The case of this id or number; empty if there is none or this viewer may not see it. */
  static Uni<Optional<CaseEntity>> find(Mutiny.Session session, String idOrNumber, Viewer viewer) {
    Optional<UUID> id = uuid(idOrNumber);
    return session
        .createSelectionQuery(id.isPresent() ? BY_ID : BY_NUMBER, CaseEntity.class)
        .setParameter(1, id.<Object>map(value -> value).orElse(idOrNumber))
        .getSingleResultOrNull()
        .chain(found -> ifVisible(session, found, viewer));
  }

  /** The case of this id, under the same terms. */
  static Uni<Optional<CaseEntity>> find(Mutiny.Session session, UUID id, Viewer viewer) {
    return session.find(CaseEntity.class, id).chain(found -> ifVisible(session, found, viewer));
  }

  /** Whether the customer's link opens this case. */
  static boolean isOf(CaseEntity entity, Viewer.Customer customer) {
    return entity.id.equals(customer.caseId()) && entity.linkGeneration == customer.generation();
  }

  private static Uni<Optional<CaseEntity>> ifVisible(
      Mutiny.Session session, CaseEntity found, Viewer viewer) {
    return found == null
        ? Uni.createFrom().item(Optional.empty())
        : maySee(session, found, viewer)
            .map(allowed -> allowed ? Optional.of(found) : Optional.empty());
  }

  private static Uni<Boolean> maySee(Mutiny.Session session, CaseEntity entity, Viewer viewer) {
    return switch (viewer) {
      case Viewer.Customer customer -> Uni.createFrom().item(isOf(entity, customer));
      case Viewer.Staff staff ->
          session
              .find(StaffEntity.class, staff.agentId())
              .map(known -> known != null && staffMaySee(known, entity, staff));
    };
  }

  private static boolean staffMaySee(StaffEntity known, CaseEntity entity, Viewer.Staff staff) {
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
