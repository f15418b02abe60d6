package io.casewire.sla.cases;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.paging.Conditions;
import io.casewire.kit.row.Rows;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads cases and their clocks for people. */
public final class CaseReader {

  private static final String FIND =
      "select cast(case_id as text), case_number from sla_case " + Sight.JOIN + " where %s";

  private static final String CLOCKS =
      """
      select cast(to_jsonb(clock) as text) from clock where case_id = ?1
      order by started_at, metric, clock_id
      """;

  private CaseReader() {}

  /** The case with this id or number, if there is one that the caller sees. */
  public static Uni<Optional<SeenCase>> find(
      Mutiny.Session session, Caller caller, String idOrNumber) {
    Conditions conditions = new Conditions(2);
    Sight.limit(conditions, caller);
    addCase(conditions, idOrNumber);
    return conditions
        .bind(
            session
                .createNativeQuery(FIND.formatted(conditions.sql()), Object[].class)
                .setParameter(1, caller.agentId()))
        .getSingleResultOrNull()
        .map(row -> Optional.ofNullable(row).map(SeenCase::of));
  }

  /** Leaves the case with this id or number. */
  public static void addCase(Conditions conditions, String idOrNumber) {
    asUuid(idOrNumber)
        .ifPresentOrElse(
            id -> conditions.add("sla_case.case_id = ?", id),
            // The database knows no NUL, and neither does any case number.
            () -> conditions.add("sla_case.case_number = ?", idOrNumber.replace("\0", "?")));
  }

  private static Optional<UUID> asUuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Every clock that a case ever had, in the order of their starts. */
  public static Uni<List<ClockRow>> clocks(Mutiny.Session session, UUID caseId) {
    return session
        .createNativeQuery(CLOCKS, String.class)
        .setParameter(1, caseId)
        .getResultList()
        .map(rows -> Rows.read(rows, ClockRow.class));
  }

  /** A case that somebody may see. */
  public record SeenCase(UUID caseId, String caseNumber) {

    static SeenCase of(Object[] row) {
      return new SeenCase(UUID.fromString((String) row[0]), (String) row[1]);
    }
  }
}
