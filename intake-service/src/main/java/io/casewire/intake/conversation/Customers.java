package io.casewire.intake.conversation;

import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who writes to us: one customer for an address. */
@ApplicationScoped
class Customers {

  /** Knows the customer or makes him known, and draws a case number with the same statement. */
  private static final String REGISTER =
      """
      with known as (
        insert into customer as known (id, address, name, phone, locale, account_ref)
        values ($1, cast($2 as text), cast($3 as text), cast($4 as text), cast($5 as text),
                cast($6 as text))
        on conflict (address) do update set
          name = coalesce(known.name, excluded.name),
          phone = coalesce(known.phone, excluded.phone),
          account_ref = coalesce(known.account_ref, excluded.account_ref)
        returning id)
      select id, 'CW-' || nextval('case_number') from known
      """;

  private static final String NEXT_NUMBER = "select 'CW-' || nextval('case_number')";

  /**
   * The sender, who is known to be this customer if he names no address: a visitor without one can
   * only be known by the case that he goes on with.
   */
  Uni<Registration> again(UnitOfWork unitOfWork, Sender sender, UUID customerId) {
    return sender.address() != null
        ? register(unitOfWork, sender)
        : unitOfWork
            .statement(NEXT_NUMBER)
            .value(String.class)
            .map(number -> new Registration(customerId, number));
  }

  Uni<Registration> register(UnitOfWork unitOfWork, Sender sender) {
    return unitOfWork
        .statement(REGISTER)
        .bind(Ids.next())
        .bind(sender.address())
        .bind(sender.name())
        .bind(sender.phone())
        .bind(sender.locale())
        .bind(sender.accountRef())
        .row()
        .map(row -> new Registration((UUID) row[0], (String) row[1]));
  }

  record Registration(UUID customerId, String nextCaseNumber) {}
}
