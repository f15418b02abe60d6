package io.casewire.intake.correspondence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.casewire.intake.mail.MessageId;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The Message-IDs of every case's mails in both directions. Anybody can repeat an id that he has
 * seen, so an id hints at a case and admits nobody to it.
 */
@ApplicationScoped
public class ThreadIds {

  private static final String ADD =
      """
      insert into mail_thread_id (rfc_message_id, case_id)
      select distinct id, case_id
      from unnest(cast(?1 as text[]), cast(?2 as uuid[])) as mail (id, case_id)
      order by id, case_id
      on conflict do nothing
      """;

  // The oldest cases first: a sender who repeats an id can only add later ones.
  private static final String FIND =
      """
      select rfc_message_id, case_id from mail_thread_id
      where rfc_message_id = any (cast(?1 as text[]))
      order by case_id limit 50
      """;

  /** A mail of a case. */
  public record ThreadId(UUID caseId, MessageId id) {}

  /** Keeps ids of cases' mails; those known already are left. */
  public Uni<Void> add(UnitOfWork unitOfWork, Collection<ThreadId> mails) {
    if (mails.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork
        .session()
        .createNativeQuery(ADD)
        .setParameter(1, values(mails.stream().map(ThreadId::id).toList()))
        .setParameter(2, mails.stream().map(ThreadId::caseId).toArray(UUID[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** The cases of mails with these ids, the oldest first; ids without a case are left out. */
  public Uni<Map<MessageId, List<UUID>>> casesOf(UnitOfWork unitOfWork, Collection<MessageId> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return unitOfWork
        .session()
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, values(ids))
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .collect(
                        groupingBy(
                            row -> new MessageId((String) row[0]),
                            mapping(row -> (UUID) row[1], toList()))));
  }

  private static String[] values(Collection<MessageId> ids) {
    return ids.stream().map(MessageId::value).toArray(String[]::new);
  }
}
