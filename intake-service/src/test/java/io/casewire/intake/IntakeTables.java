package io.casewire.intake;

import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Looks into the tables of intake as somebody with access to the database could. */
@ApplicationScoped
public class IntakeTables {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Transactions transactions;

  IntakeTables(Transactions transactions) {
    this.transactions = transactions;
  }

  public long count(String fromWhere, Object parameter) {
    return select("select count(*) from " + fromWhere, Long.class, parameter).getFirst();
  }

  public String caseIdOf(String address) {
    return select("select id from customer_case where customer_address = ?1", UUID.class, address)
        .getFirst()
        .toString();
  }

  public UUID caseOfNumber(String caseNumber) {
    return select("select id from customer_case where case_number = ?1", UUID.class, caseNumber)
        .getFirst();
  }

  public String addressOf(UUID caseId) {
    return select("select customer_address from customer_case where id = ?1", String.class, caseId)
        .getFirst();
  }

  /** Events of this case that wait in the outbox or have been sent, by the case's own counter. */
  public long openedEvents(String caseId) {
    return select(
            "select event_sequence from customer_case where id = ?1",
            Long.class,
            UUID.fromString(caseId))
        .getFirst();
  }

  /** Whether a text stands in any row of any table. */
  public boolean anyRowContains(String text) {
    return select(
            "select table_name from information_schema.tables where table_schema = ?1",
            String.class,
            "public")
        .stream()
        .anyMatch(
            table -> count(table + " r where cast(r as text) like '%' || ?1 || '%'", text) > 0);
  }

  /** Lets the timers with this payload be due now. */
  public void ring(String payload) {
    change("update timer set due_at = clock_timestamp() where payload = ?1", payload);
  }

  /** Lets the ratings of a case be two days old. */
  public void twoDaysAgo(UUID caseId) {
    change(
        "update rating set first_rated_at = first_rated_at - interval '2 days' where case_id = ?1",
        caseId);
  }

  /** One value of one row. */
  public String text(String sql, Object parameter) {
    return select(sql, String.class, parameter).getFirst();
  }

  /** How PostgreSQL would answer a query. */
  public String plan(String sql) {
    List<String> lines =
        transactions
            .read(session -> PlainStatement.of(session, "explain " + sql).column(String.class))
            .await()
            .atMost(PATIENCE);
    return String.join("\n", lines);
  }

  /** Changes rows, as an accident would. */
  public void change(String sql, Object... parameters) {
    transactions
        .write(
            unitOfWork -> {
              Mutiny.MutationQuery query = unitOfWork.session().createNativeQuery(sql);
              for (int number = 1; number <= parameters.length; number++) {
                query.setParameter(number, parameters[number - 1]);
              }
              return query.executeUpdate();
            })
        .await()
        .atMost(PATIENCE);
  }

  private <T> List<T> select(String sql, Class<T> type, Object parameter) {
    return transactions
        .read(
            (Mutiny.Session session) ->
                session.createNativeQuery(sql, type).setParameter(1, parameter).getResultList())
        .await()
        .atMost(PATIENCE);
  }
}
