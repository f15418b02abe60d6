package io.casewire.routing.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what is kept about cases. */
@ApplicationScoped
public class CaseReader {

  private static final String SEQUENCES =
      "select id, intake_seq from case_text where id = any (cast(?1 as uuid[]))";

  /** With which of intake's events these messages came, as far as they are known. */
  public Uni<Map<UUID, Long>> sequencesOf(Mutiny.Session session, Collection<UUID> messageIds) {
    if (messageIds.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return session
        .createNativeQuery(SEQUENCES, Object[].class)
        .setParameter(1, messageIds.toArray(UUID[]::new))
        .getResultList()
        .map(
            rows -> {
              Map<UUID, Long> sequences = new HashMap<>();
              rows.forEach(row -> sequences.put((UUID) row[0], ((Number) row[1]).longValue()));
              return sequences;
            });
  }
}
