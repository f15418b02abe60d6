package io.casewire.notification.delivery;

import io.casewire.events.BounceKind;
import io.casewire.events.RecipientKind;
import io.casewire.kit.row.Rows;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes letters in the transaction that decides on them, so that they go out as soon as it has
 * committed and nobody has to claim them. What must wait is left to the {@link Dispatch}: a mail
 * behind another one to the same recipient of the case, one for an agent whom the directory does
 * not know, and what this process has no room for.
 */
@ApplicationScoped
class FirstAttempts {

  /**
   * The case files are locked, so no other mail of these cases can be queued meanwhile; and for one
   * that is sent meanwhile, waiting is no harm.
   */
  private static final String UNHINDERED =
      """
      select cast(jsonb_build_object(
          'notification_id', wanted.notification_id, 'address', agent.address,
          'language', agent.language, 'active', agent.active, 'suppressed_by', %s) as text)
      from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as wanted (
        notification_id uuid, case_id uuid, recipient text, agent_id text)
      left join agent on agent.agent_id = wanted.agent_id
      where not exists (
        select 1 from delivery earlier
        where earlier.case_id = wanted.case_id and earlier.recipient = wanted.recipient
          and earlier.state = 'queued' and earlier.next_attempt_at is not null)
      """
          .formatted(DeliveryTable.suppressedBy("wanted.recipient"));

  private final Preparation preparation;
  private final Throttle throttle;
  private final Workers workers;

  FirstAttempts(Preparation preparation, Throttle throttle, Workers workers) {
    this.preparation = preparation;
    this.throttle = throttle;
    this.workers = workers;
  }

  /** The letters of those that can go at once, by notification. */
  Uni<Map<UUID, Written.Ready>> write(UnitOfWork unitOfWork, List<NewDelivery> mails) {
    List<NewDelivery> first = firstOfEachLane(mails);
    return first.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : unhindered(unitOfWork, first).chain(rows -> workers.call(() -> letters(first, rows)));
  }

  private List<NewDelivery> firstOfEachLane(List<NewDelivery> mails) {
    Set<Lane> lanes = new HashSet<>();
    return mails.stream()
        .filter(mail -> lanes.add(Lane.of(mail)))
        .limit(Math.max(0, throttle.room()))
        .toList();
  }

  private static Uni<List<Unhindered>> unhindered(UnitOfWork unitOfWork, List<NewDelivery> mails) {
    return unitOfWork
        .statement(UNHINDERED)
        .bind(Rows.write(mails.stream().map(Wanted::of).toList()))
        .column(String.class)
        .map(rows -> Rows.read(rows, Unhindered.class));
  }

  private Map<UUID, Written.Ready> letters(List<NewDelivery> mails, List<Unhindered> rows) {
    Map<UUID, Unhindered> unhindered =
        rows.stream().collect(Collectors.toMap(Unhindered::notificationId, Function.identity()));
    return mails.stream()
        .filter(mail -> unhindered.containsKey(mail.notificationId()))
        .map(mail -> new Attempt(mail, write(mail, unhindered.get(mail.notificationId()))))
        .filter(attempt -> attempt.written() instanceof Written.Ready)
        .collect(
            Collectors.toMap(
                attempt -> attempt.mail().notificationId(),
                attempt -> (Written.Ready) attempt.written()));
  }

  private Written write(NewDelivery mail, Unhindered row) {
    return preparation.write(mail.draft(), mail.addressee(row.agent(), row.suppressedBy()));
  }

  private record Attempt(NewDelivery mail, Written written) {}

  /** Mails that are sent one after the other. */
  private record Lane(UUID caseId, String recipient) {

    static Lane of(NewDelivery mail) {
      return new Lane(mail.caseId(), mail.notice().recipient().name());
    }
  }

  private record Wanted(
      UUID notificationId, UUID caseId, String recipient, @Nullable String agentId) {

    static Wanted of(NewDelivery mail) {
      String recipient = mail.notice().recipient().name();
      boolean agent = mail.notice().recipient().kind() == RecipientKind.AGENT;
      return new Wanted(mail.notificationId(), mail.caseId(), recipient, agent ? recipient : null);
    }
  }

  /** What the directory says of an agent is null for whom it does not know, and for a customer. */
  private record Unhindered(
      UUID notificationId,
      @Nullable String address,
      @Nullable String language,
      @Nullable Boolean active,
      @Nullable BounceKind suppressedBy) {

    @Nullable Addressee agent() {
      return address == null ? null : new Addressee(address, language, active, suppressedBy);
    }
  }
}
