package io.casewire.intake.conversation;

import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds the customer of a contact, or makes one. */
@ApplicationScoped
class Customers {

  /**
   * Draws a case number with the same statement. Of transactions that bring one new contact at the
   * same time, one inserts it; the others wait for its commit and get its customer.
   */
  private static final String REGISTER =
      """
      with owner as (
        insert into contact (kind, value, customer_id)
        select cast($2 as text), cast($3 as text), $1 where cast($2 as text) is not null
        on conflict (kind, value) do update set customer_id = contact.customer_id
        returning customer_id)
      insert into customer as known (id, name, phone, locale, account_ref)
      values (coalesce((select customer_id from owner), $1),
              cast($4 as text), cast($5 as text), cast($6 as text), cast($7 as text))
      on conflict (id) do update set
        name = coalesce(known.name, excluded.name),
        phone = coalesce(known.phone, excluded.phone),
        account_ref = coalesce(known.account_ref, excluded.account_ref)
      returning id, 'CW-' || nextval('case_number')
      """;

  private static final String NEXT_NUMBER = "select 'CW-' || nextval('case_number')";

  /** Gives a new case its number and the customer of the sender's contact, or a new customer. */
  Uni<Void> assign(UnitOfWork unitOfWork, Sender sender, CaseEntity row) {
    Contact contact = sender.contact();
    return unitOfWork
        .statement(REGISTER)
        .bind(Ids.next())
        .bind(contact == null ? null : contact.kind())
        .bind(contact == null ? null : contact.value())
        .bind(sender.name())
        .bind(sender.phone())
        .bind(sender.locale())
        .bind(sender.accountRef())
        .row()
        .invoke(
            found -> {
              row.customerId = (UUID) found[0];
              row.caseNumber = (String) found[1];
            })
        .replaceWithVoid();
  }

  /** The same for a case that continues another one, whose customer a sender without contact is. */
  Uni<Void> assign(UnitOfWork unitOfWork, Sender sender, CaseEntity row, UUID earlierCustomerId) {
    if (sender.contact() != null) {
      return assign(unitOfWork, sender, row);
    }
    row.customerId = earlierCustomerId;
    return unitOfWork
        .statement(NEXT_NUMBER)
        .value(String.class)
        .invoke(number -> row.caseNumber = number)
        .replaceWithVoid();
  }
}
