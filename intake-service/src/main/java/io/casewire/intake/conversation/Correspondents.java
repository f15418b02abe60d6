package io.casewire.intake.conversation;

import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the customer who goes on with his case. */
@ApplicationScoped
public class Correspondents {

  private static final String NAME = "select name from customer where id = ?1";

  private final Transactions transactions;

  Correspondents(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The customer of a case; empty if there is no such case or this reader may not see it.
   *
   * @param idOrNumber a case's id or its number
   */
  public Uni<Optional<Correspondent>> find(String idOrNumber, Reader reader) {
    return transactions.read(
        session ->
            CaseAccess.find(session, idOrNumber, reader)
                .chain(
                    found ->
                        found.isEmpty()
                            ? Uni.createFrom().item(Optional.empty())
                            : correspondent(session, found.get()).map(Optional::of)));
  }

  private static Uni<Correspondent> correspondent(Mutiny.Session session, CaseEntity entity) {
    return session
        .createNativeQuery(NAME, String.class)
        .setParameter(1, entity.customerId)
        .getSingleResultOrNull()
        .map(
            name ->
                new Correspondent(
                    entity.id,
                    new Sender(entity.customerAddress, null, name, null, entity.locale, null)));
  }
}
