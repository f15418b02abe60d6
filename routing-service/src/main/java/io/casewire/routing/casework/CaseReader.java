package io.casewire.routing.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.Instants;
import io.casewire.routing.casework.TimelineItem.MessageFile;
import io.casewire.routing.casework.TimelineItem.Undelivered;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads what is kept about cases. */
@ApplicationScoped
public class CaseReader {

  private static final String SEQUENCES =
      """
      select cast(case_id as text), cast(id as text), intake_seq from case_text
      where case_id = any (cast(cast(?1 as text[]) as uuid[]))
        and id = any (cast(cast(?2 as text[]) as uuid[]))
      """;

  private static final String ANSWERS =
      """
      select cast(case_id as text), cast(id as text), undelivered from case_text
      where case_id = any (cast(cast(?1 as text[]) as uuid[]))
        and id = any (cast(cast(?2 as text[]) as uuid[]))
        and intake_seq = 0
      """;

  private static final String TIMELINE =
      """
      select cast(event_id as text), type, at, actor, text, cast(detail as text),
        quoted, reply_to, files, undelivered, undelivered_reason, undelivered_at
      from case_timeline left join case_text
        on case_text.case_id = case_timeline.case_id
        and case_text.id = coalesce(cast(detail ->> 'messageId' as uuid),
                                    cast(detail ->> 'noteId' as uuid), event_id)
        and type in ('case.opened', 'case.customer-message-received', 'case.agent-replied',
                     'case.note-added', 'case.rated')
      where case_timeline.case_id = ?1
      order by case_timeline.place
      """;

  private static final String DECISIONS =
      """
      select place, cast(record as text) from routing_decision
      where case_id = ?1 and place > ?2 order by place limit ?3
      """;

  private final ObjectMapper json;

  CaseReader(ObjectMapper json) {
    this.json = json;
  }

  /** The case with this id or this number, if there is one. */
  public Uni<Optional<CaseEntity>> find(Mutiny.Session session, String idOrNumber) {
    Optional<UUID> id = uuid(idOrNumber);
    return session
        .createSelectionQuery(
            id.isPresent()
                ? "from CaseEntity where id = ?1"
                : "from CaseEntity where caseNumber = ?1",
            CaseEntity.class)
        .setParameter(1, id.<Object>map(value -> value).orElseGet(() -> number(idOrNumber)))
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  /** The id of the case with this id or number; whether there is one is not asked for an id. */
  public Uni<Optional<UUID>> idOf(Mutiny.Session session, String idOrNumber) {
    Optional<UUID> id = uuid(idOrNumber);
    if (id.isPresent()) {
      return Uni.createFrom().item(id);
    }
    return session
        .createNativeQuery(
            "select cast(id as text) from routing_case where case_number = ?1", String.class)
        .setParameter(1, number(idOrNumber))
        .getSingleResultOrNull()
        .map(found -> Optional.ofNullable(found).map(UUID::fromString));
  }

  /**
   * A page of cases, newest first. It may have fewer cases than were asked for although others
   * follow, see {@link CaseSearch}.
   */
  public Uni<Page<CaseItem>> list(Mutiny.Session session, CaseFilter filter, PageRequest page) {
    return new CaseSearch(filter, page).run(session);
  }

  /** The case with its timeline. */
  public Uni<CaseItem> detail(Mutiny.Session session, CaseEntity theCase) {
    return session
        .createNativeQuery(TIMELINE, Object[].class)
        .setParameter(1, theCase.id)
        .getResultList()
        .map(rows -> rows.stream().map(this::timelineItem).toList())
        .map(timeline -> CaseItem.of(theCase, timeline));
  }

  /** A page of the decisions about a case, oldest first. */
  public Uni<Page<DecisionRecord>> decisions(
      Mutiny.Session session, UUID caseId, PageRequest page) {
    return session
        .createNativeQuery(DECISIONS, Object[].class)
        .setParameter(1, caseId)
        .setParameter(2, page.after().map(cursor -> cursor.number(0)).orElse(0L))
        .setParameter(3, page.rowsToRead())
        .getResultList()
        .map(
            rows ->
                Page.of(rows, page, row -> Cursor.after(row[0]))
                    .map(row -> kept((String) row[1], DecisionRecord.class)));
  }

  /** With which of intake's events these messages came, as far as they are known. */
  public Uni<Map<MessageKey, Long>> sequencesOf(
      Mutiny.Session session, Collection<MessageKey> messages) {
    if (messages.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return session
        .createNativeQuery(SEQUENCES, Object[].class)
        .setParameter(1, texts(messages, MessageKey::caseId))
        .setParameter(2, texts(messages, MessageKey::messageId))
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.toMap(CaseReader::key, row -> ((Number) row[2]).longValue())));
  }

  /** Those of these messages that are answers of staff, and which of them are known to be lost. */
  public Uni<Map<MessageKey, Optional<UndeliveredOutcome>>> answers(
      Mutiny.Session session, Collection<MessageKey> messages) {
    if (messages.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return session
        .createNativeQuery(ANSWERS, Object[].class)
        .setParameter(1, texts(messages, MessageKey::caseId))
        .setParameter(2, texts(messages, MessageKey::messageId))
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(CaseReader::key, row -> outcome((String) row[2]))));
  }

  private static MessageKey key(Object[] row) {
    return new MessageKey(UUID.fromString((String) row[0]), UUID.fromString((String) row[1]));
  }

  private static Optional<UndeliveredOutcome> outcome(@Nullable String wireName) {
    return Arrays.stream(UndeliveredOutcome.values())
        .filter(outcome -> outcome.wireName().equals(wireName))
        .findFirst();
  }

  private static String[] texts(Collection<MessageKey> messages, Function<MessageKey, UUID> part) {
    return messages.stream().map(part).map(UUID::toString).toArray(String[]::new);
  }

  private <T> T kept(String record, Class<T> type) {
    try {
      return json.readValue(record, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept record can't be read", e);
    }
  }

  private TimelineItem timelineItem(Object[] row) {
    return new TimelineItem(
        UUID.fromString((String) row[0]),
        (String) row[1],
        Instants.of(row[2]),
        (String) row[3],
        (String) row[4],
        (String) row[6],
        (String) row[7],
        row[8] == null ? List.of() : List.of(kept((String) row[8], MessageFile[].class)),
        undelivered(row[9], row[10], row[11]),
        (String) row[5]);
  }

  private static @Nullable Undelivered undelivered(
      @Nullable Object outcome, @Nullable Object reason, @Nullable Object at) {
    return outcome == null
        ? null
        : new Undelivered((String) outcome, (String) reason, Instants.of(at));
  }

  /** People type numbers in lower case, too. */
  private static String number(String typed) {
    return typed.toUpperCase(Locale.ROOT);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
