package io.casewire.intake.conversation;

import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** The addresses of the agents, as the directory of routing says. */
@ApplicationScoped
public class StaffAddresses {

  private static final String INCLUDE =
      "select exists (select 1 from staff where address = any ($1))";

  /** Whether one of the addresses is an agent's, of one who has left too. */
  public Uni<Boolean> include(UnitOfWork unitOfWork, Collection<EmailAddress> addresses) {
    return unitOfWork
        .statement(INCLUDE)
        .bind(addresses.stream().map(EmailAddress::value).toArray(String[]::new))
        .value(Boolean.class);
  }
}
