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

  /** The customer of the sender's contact; a sender without one is a customer of his own. */
  Uni<Registration> register(UnitOfWork unitOfWork, Sender sender) {
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
        .map(row -> new Registration((UUID) row[0], (String) row[1]));
  }

  /** The same on a case that goes on: its customer, if the sender has no contact. */
  Uni<Registration> again(UnitOfWork unitOfWork, Sender sender, UUID customerId) {
    return sender.contact() != null
        ? register(unitOfWork, sender)
        : unitOfWork
            .statement(NEXT_NUMBER)
            .value(String.class)
            .map(number -> new Registration(customerId, number));
  }

  record Registration(UUID customerId, String nextCaseNumber) {}
}
