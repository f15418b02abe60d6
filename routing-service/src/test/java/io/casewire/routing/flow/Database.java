package io.casewire.routing.flow;

import io.casewire.events.CaseOpened;
import io.casewire.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/** The service's tables, for what no interface lets a test do. */
@ApplicationScoped
class Database {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Transactions transactions;

  Database(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Runs a statement; a case stands for its id. */
  void run(String statement, Object... parts) {
    String sql =
        statement.formatted(
            Arrays.stream(parts)
                .map(part -> part instanceof CaseOpened opened ? opened.caseId() : part)
                .toArray());
    transactions.write(unitOfWork -> unitOfWork.statement(sql).update()).await().atMost(PATIENCE);
  }

  int count(String rows) {
    String sql = "select cast(count(*) as integer) from " + rows;
    return transactions
        .write(unitOfWork -> unitOfWork.statement(sql).value(Integer.class))
        .await()
        .atMost(PATIENCE);
  }

  /** Adds copies of a case, each of which costs its owner nothing. */
  void copyCase(UUID caseId, int copies) {
    run(
        """
        insert into routing_case (id, case_number, status, owner, queue, priority, category,
          language, channel, reply_channel, assurance, subject, customer_id, opened_at, updated_at,
          waiting_since, reopen_count, seen_intake_seq, answered_intake_seq, deadlines, held_units,
          correlation_id, event_sequence, version)
        select gen_random_uuid(), case_number || '-' || copy, status, owner, queue, priority,
          category, language, channel, reply_channel, assurance, subject, customer_id, opened_at,
          updated_at, waiting_since, 0, 1, 0, '', 0, correlation_id, 0, 0
        from routing_case, generate_series(1, %d) copy where id = '%s'
        """,
        copies, caseId);
  }
}
