package io.casewire.notification.suppression;

import io.casewire.kit.expiry.Expiring;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps the addresses that are suppressed; each ends by itself. */
@ApplicationScoped
public class Suppressions {

  /** A later report prolongs an earlier one and never shortens it. */
  private static final String ADD =
      """
      insert into suppression as known (address, kind, status, since, until, notification_id)
      select distinct on (address, kind)
        address, kind, status, cast(since as timestamptz), cast(until as timestamptz),
        notification_id
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as reported (
        address text, kind text, status text, since text, until text, notification_id uuid)
      where cast(until as timestamptz) > statement_timestamp()
      order by address, kind, until desc
      on conflict (address, kind) do update set
        status = excluded.status, since = least(known.since, excluded.since),
        until = greatest(known.until, excluded.until), notification_id = excluded.notification_id
      """;

  /** Whoever has no notice for the address does not learn whether it is suppressed. */
  private static final String FIND =
      """
      select cast(to_jsonb(shown) as text) from (
        select kind, status, since, until, notification_id from suppression
        where address = $1 and until > statement_timestamp()
          and ($3 or exists (
            select 1 from delivery
            join agent caller on caller.agent_id = $2
            where delivery.recipient = $1 and (
              delivery.owner = caller.agent_id or delivery.queue = any (caller.queues))))
        order by kind) shown
      """;

  private static final String LIFT = "delete from suppression where address = $1";

  private final Transactions transactions;

  Suppressions(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Suppresses addresses. */
  public Uni<Void> add(UnitOfWork unitOfWork, List<SuppressionRow> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : unitOfWork.statement(ADD).bind(Rows.write(rows)).update().replaceWithVoid();
  }

  /** What keeps mail from an address, as far as the caller may know; empty for a clean one. */
  Uni<List<SuppressionItem>> find(Caller caller, EmailAddress address) {
    return transactions.read(
        session ->
            PlainStatement.of(session, FIND)
                .bind(address.value())
                .bind(caller.agentId())
                .bind(caller.isAtLeast(Role.SUPERVISOR))
                .column(String.class)
                .map(rows -> Rows.read(rows, SuppressionItem.class)));
  }

  /** Lets mail go to an address again; false if nothing kept it. */
  Uni<Boolean> lift(EmailAddress address) {
    return transactions.write(
        unitOfWork ->
            unitOfWork.statement(LIFT).bind(address.value()).update().map(count -> count > 0));
  }

  @Produces
  @Singleton
  Expiring expiring() {
    return new Expiring("suppression", "ctid", "until < statement_timestamp()");
  }
}
