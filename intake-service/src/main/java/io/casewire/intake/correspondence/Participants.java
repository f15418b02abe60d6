package io.casewire.intake.correspondence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The authors of the mails that cases have taken; a case's customer takes part without a row. */
@ApplicationScoped
public class Participants {

  private static final String ADD =
      """
      insert into case_participant (case_id, address)
      select distinct cast(?1 as uuid), address from unnest(cast(?2 as text[])) as author (address)
      on conflict do nothing
      """;

  private static final String FIND =
      "select case_id, address from case_participant where case_id = any (cast(?1 as uuid[]))";

  /** Lets the authors of a mail that the case has taken take part in it. */
  public Uni<Void> add(UnitOfWork unitOfWork, UUID caseId, Collection<EmailAddress> authors) {
    return unitOfWork
        .session()
        .createNativeQuery(ADD)
        .setParameter(1, caseId)
        .setParameter(2, authors.stream().map(EmailAddress::value).toArray(String[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** The addresses by case; a case without any is left out. */
  public Uni<Map<UUID, Set<String>>> of(UnitOfWork unitOfWork, Collection<UUID> caseIds) {
    return unitOfWork
        .session()
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, caseIds.toArray(UUID[]::new))
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .collect(
                        groupingBy(
                            row -> (UUID) row[0], mapping(row -> (String) row[1], toSet()))));
  }
}
