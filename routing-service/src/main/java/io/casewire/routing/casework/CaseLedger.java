package io.casewire.routing.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.signal.Signals;
import io.casewire.kit.timer.Timers;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.assignment.RoutingDecision;
import io.casewire.routing.casework.CaseWork.Declined;
import io.casewire.routing.casework.TimelineItem.Undelivered;
import io.casewire.routing.roster.Loads;
import io.casewire.routing.wake.DrainSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Locks cases, and writes what was done to them. */
@ApplicationScoped
public class CaseLedger {

  private static final String TIMELINE =
      """
      insert into case_timeline (event_id, case_id, type, at, actor, detail)
      select cast(event_id as uuid), cast(case_id as uuid), type, cast(at as timestamptz), actor,
        cast(detail as jsonb)
      from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as text[]), cast($4 as text[]),
                  cast($5 as text[]), cast($6 as text[]))
        with ordinality as entry (event_id, case_id, type, at, actor, detail, place)
      order by place
      """;

  private static final String TEXTS =
      """
      insert into case_text (id, case_id, intake_seq, text, quoted, reply_to, files, terms)
      select cast(id as uuid), cast(case_id as uuid), cast(intake_seq as bigint), text, quoted,
        reply_to, files, string_to_array(terms, ' ')
      from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as text[]), cast($4 as text[]),
                  cast($5 as text[]), cast($6 as text[]), cast($7 as text[]), cast($8 as text[]))
        as entry (id, case_id, intake_seq, text, quoted, reply_to, files, terms)
      """;

  private static final String ANSWERS =
      """
      update case_text
      set undelivered = answer.outcome, undelivered_reason = answer.reason,
        undelivered_at = cast(answer.at as timestamptz)
      from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as text[]), cast($4 as text[]),
                  cast($5 as text[])) as answer (case_id, id, outcome, reason, at)
      where case_text.case_id = cast(answer.case_id as uuid)
        and case_text.id = cast(answer.id as uuid)
      """;

  private static final String DECISIONS =
      """
      insert into routing_decision (id, case_id, record)
      select cast(id as uuid), cast(case_id as uuid), cast(record as json)
      from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as text[]))
        as decision (id, case_id, record)
      """;

  private static final String DECLINED =
      """
      insert into declined (case_id, agent_id)
      select cast(case_id as uuid), agent_id
      from unnest(cast($1 as text[]), cast($2 as text[])) as entry (case_id, agent_id)
      on conflict do nothing
      """;

  private final Outbox outbox;
  private final Timers timers;
  private final DrainSignal drain;
  private final Signals signals;
  private final ObjectMapper json;

  CaseLedger(Outbox outbox, Timers timers, DrainSignal drain, Signals signals, ObjectMapper json) {
    this.outbox = outbox;
    this.timers = timers;
    this.drain = drain;
    this.signals = signals;
    this.json = json;
  }

  /** These cases, as far as they exist; nobody else can change them until the transaction ends. */
  public Uni<Map<UUID, CaseEntity>> lock(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return session
        .createSelectionQuery("from CaseEntity where id in (?1) order by id", CaseEntity.class)
        .setParameter(1, ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .map(
            cases -> cases.stream().collect(Collectors.toMap(CaseEntity::id, Function.identity())));
  }

  /** Writes all of it. Cases are written before agents, as they were locked. */
  public Uni<Void> write(UnitOfWork unitOfWork, CaseWork work) {
    if (work.wakesDrainer) {
      unitOfWork.afterCommit(drain);
    }
    Mutiny.Session session = unitOfWork.session();
    return session
        .persistAll(work.opened.toArray())
        .chain(session::flush)
        .chain(
            () ->
                PlainStatement.together(
                    writeTimeline(session, work.timeline),
                    writeTexts(session, work.texts),
                    writeAnswers(session, List.copyOf(work.answers.entrySet())),
                    writeDecisions(session, work.decisions),
                    writeDeclined(session, work.declined),
                    Loads.add(session, work.loads, work.latest),
                    timers.set(unitOfWork, work.timers),
                    outbox.append(unitOfWork, work.outgoing),
                    tell(unitOfWork, work.changes.values())));
  }

  /** Tells every replica which cases have changed, once the transaction is committed. */
  private Uni<Void> tell(UnitOfWork unitOfWork, Collection<CaseChange> changes) {
    Uni<Void> told = Uni.createFrom().voidItem();
    for (String payload : CaseChange.payloads(changes)) {
      told = told.chain(() -> signals.send(unitOfWork, CaseChange.CHANNEL, payload));
    }
    return told;
  }

  private static Uni<Void> writeTimeline(
      Mutiny.Session session, List<Map.Entry<UUID, TimelineItem>> entries) {
    return insert(
        session,
        TIMELINE,
        entries,
        List.of(
            entry -> entry.getValue().eventId().toString(),
            entry -> entry.getKey().toString(),
            entry -> entry.getValue().type(),
            entry -> entry.getValue().at().toString(),
            entry -> entry.getValue().by(),
            entry -> entry.getValue().detail()));
  }

  private Uni<Void> writeTexts(Mutiny.Session session, List<TextEntry> entries) {
    return insert(
        session,
        TEXTS,
        entries,
        List.of(
            entry -> entry.id().toString(),
            entry -> entry.caseId().toString(),
            entry -> Long.toString(entry.intakeSeq()),
            TextEntry::text,
            TextEntry::quoted,
            TextEntry::replyTo,
            entry -> entry.files().isEmpty() ? null : json(entry.files()),
            entry -> String.join(" ", SearchTerms.of(entry.searchable()))));
  }

  private static Uni<Void> writeAnswers(
      Mutiny.Session session, List<Map.Entry<MessageKey, Optional<Undelivered>>> answers) {
    return insert(
        session,
        ANSWERS,
        answers,
        List.of(
            answer -> answer.getKey().caseId().toString(),
            answer -> answer.getKey().messageId().toString(),
            answer -> answer.getValue().map(Undelivered::outcome).orElse(null),
            answer -> answer.getValue().map(Undelivered::reason).orElse(null),
            answer -> answer.getValue().map(lost -> lost.at().toString()).orElse(null)));
  }

  private Uni<Void> writeDecisions(Mutiny.Session session, List<RoutingDecision> decisions) {
    return insert(
        session,
        DECISIONS,
        decisions,
        List.of(
            decision -> decision.decisionId().toString(),
            decision -> decision.caseId().toString(),
            decision -> json(DecisionRecord.of(decision))));
  }

  private static Uni<Void> writeDeclined(Mutiny.Session session, List<Declined> entries) {
    return insert(
        session, DECLINED, entries, List.of(entry -> entry.caseId().toString(), Declined::agentId));
  }

  private static <T> Uni<Void> insert(
      Mutiny.Session session,
      String sql,
      List<T> rows,
      List<Function<T, @Nullable String>> columns) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    PlainStatement statement = PlainStatement.of(session, sql);
    columns.forEach(column -> statement.bind(rows.stream().map(column).toArray(String[]::new)));
    return statement.update().replaceWithVoid();
  }

  private String json(Object record) {
    try {
      return json.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record always has a JSON form", e);
    }
  }
}
