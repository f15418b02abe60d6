package io.casewire.notification.reaction;

import io.casewire.events.CaseOpened;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.notification.notice.AcknowledgementCap;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the acknowledgements that mailboxes had lately. */
@ApplicationScoped
class RecentAcknowledgements {

  /** Until the transaction ends: two batches must not both find room for the last one. */
  private static final String LOCK =
      """
      select cast(pg_advisory_xact_lock(key) as text)
      from (select distinct hashtextextended(mailbox, 0) as key
            from unnest(cast($1 as text[])) as mailbox order by key) keys
      """;

  private static final String COUNT =
      """
      select mailbox, count(*) from delivery
      where mailbox = any (cast($1 as text[]))
        and created_at > statement_timestamp() - make_interval(secs => $2)
      group by mailbox
      """;

  private final AcknowledgementConfig config;

  RecentAcknowledgements(AcknowledgementConfig config) {
    this.config = config;
  }

  /** The cap for the cases that a batch opens. */
  Uni<AcknowledgementCap> capFor(UnitOfWork unitOfWork, List<Fact> facts) {
    String[] mailboxes = mailboxesIn(facts);
    return mailboxes.length == 0
        ? Uni.createFrom().item(cap(Map.of()))
        : Uni.combine()
            .all()
            .unis(lock(unitOfWork, mailboxes), count(unitOfWork, mailboxes))
            .with((_, recent) -> cap(recent));
  }

  private AcknowledgementCap cap(Map<String, Integer> recent) {
    return new AcknowledgementCap(config.mostPerMailbox(), recent);
  }

  private static String[] mailboxesIn(List<Fact> facts) {
    return facts.stream()
        .map(Fact::event)
        .filter(CaseOpened.class::isInstance)
        .map(opened -> ((CaseOpened) opened).personal().from())
        .flatMap(Stream::ofNullable)
        .map(EmailAddress::parse)
        .flatMap(Optional::stream)
        .map(address -> address.withoutPlusPart().value())
        .distinct()
        .toArray(String[]::new);
  }

  private static Uni<Void> lock(UnitOfWork unitOfWork, String[] mailboxes) {
    return unitOfWork.statement(LOCK).bind(mailboxes).column(String.class).replaceWithVoid();
  }

  private Uni<Map<String, Integer>> count(UnitOfWork unitOfWork, String[] mailboxes) {
    return unitOfWork
        .statement(COUNT)
        .bind(mailboxes)
        .bind((double) config.window().toSeconds())
        .rows()
        .map(RecentAcknowledgements::byMailbox);
  }

  private static Map<String, Integer> byMailbox(List<Object[]> rows) {
    Map<String, Integer> recent = new HashMap<>();
    rows.forEach(row -> recent.put((String) row[0], ((Number) row[1]).intValue()));
    return recent;
  }
}
