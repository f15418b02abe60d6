package io.casewire.acceptance.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares what every service keeps of the cases with what the stream says of them. */
final class Copies {

  private static final String NONE = "-";

  /**
   * What one service keeps of a case, as one text in SQL and as one text of the fold.
   *
   * @param id the column of the case's id
   */
  private record Copy(
      String service, String table, String id, String sql, Function<FoldedCase, String> fold) {}

  private static final List<Copy> COPIES =
      List.of(
          new Copy(
              "intake",
              "customer_case",
              "id",
              "concat_ws(' ', status, coalesce(owner, '-'), coalesce(queue, '-'))",
              Copies::all),
          new Copy(
              "routing",
              "routing_case",
              "id",
              "concat_ws(' ', status, coalesce(owner, '-'), queue)",
              Copies::all),
          new Copy("sla", "sla_case", "case_id", "status", one -> one.status().name()),
          new Copy(
              "notification",
              "case_file",
              "case_id",
              "concat_ws(' ', coalesce(owner, '-'), coalesce(queue, '-'))",
              one -> or(one.owner()) + " " + or(one.queue())));

  private final Databases databases;
  private final Map<UUID, FoldedCase> cases;

  Copies(Databases databases, Map<UUID, FoldedCase> cases) {
    this.databases = databases;
    this.cases = cases;
  }

  List<Finding> check() {
    return COPIES.stream().map(this::check).toList();
  }

  private Finding check(Copy copy) {
    Map<UUID, String> kept = new HashMap<>();
    databases
        .column(
            copy.service(),
            "select %s || ' ' || %s from %s".formatted(copy.id(), copy.sql(), copy.table()))
        .forEach(
            row -> {
              int blank = row.indexOf(' ');
              kept.put(UUID.fromString(row.substring(0, blank)), row.substring(blank + 1));
            });
    List<String> differences = new ArrayList<>();
    cases.forEach(
        (caseId, folded) -> {
          String expected = copy.fold().apply(folded);
          if (!Objects.equals(expected, kept.get(caseId))) {
            differences.add("%s: %s, kept %s".formatted(caseId, expected, kept.get(caseId)));
          }
        });
    return Finding.of(copy.service() + " knows of every case what the stream says", differences);
  }

  private static String all(FoldedCase one) {
    return one.status().name() + " " + or(one.owner()) + " " + or(one.queue());
  }

  private static String or(@Nullable String value) {
    return value == null ? NONE : value;
  }
}
