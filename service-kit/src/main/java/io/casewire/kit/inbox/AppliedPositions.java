package io.casewire.kit.inbox;

import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells how far events have been applied, for decisions that say what their decider had seen. Read
 * it after the lock of what is decided about: a batch of events moves its positions before it takes
 * that lock, so a position that is committed then is one whose effects are visible.
 */
public final class AppliedPositions {

  private static final String SELECT =
      """
      select subject, last_sequence from inbox
      where source = $1 and subject = any (cast($2 as text[]))
      """;

  private AppliedPositions() {}

  /**
   * The last sequence of a source that was applied, by subject. Within a batch of events it is that
   * of the batch's last event.
   *
   * @return without the subjects of which nothing was applied
   */
  public static Uni<Map<String, Long>> of(
      UnitOfWork unitOfWork, String source, Collection<String> subjects) {
    return unitOfWork
        .statement(SELECT)
        .bind(source)
        .bind(subjects.toArray(String[]::new))
        .rows()
        .map(AppliedPositions::bySubject);
  }

  private static Map<String, Long> bySubject(List<Object[]> rows) {
    return rows.stream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
  }
}
