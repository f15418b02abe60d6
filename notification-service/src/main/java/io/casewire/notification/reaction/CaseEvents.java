package io.casewire.notification.reaction;

import io.casewire.events.EventType;
import io.casewire.events.MailBounced;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.id.Ids;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.notification.announcement.Announcements;
import io.casewire.notification.bounce.Bounces;
import io.casewire.notification.delivery.DeliveryQueue;
import io.casewire.notification.letter.Letters;
import io.casewire.notification.notice.NoticePolicy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the facts of cases: a batch costs the same few statements whatever its size. */
@ApplicationScoped
class CaseEvents implements EventHandler {

  private static final Set<EventType> CONSUMED =
      Set.of(
          EventType.CASE_OPENED,
          EventType.CUSTOMER_MESSAGE_RECEIVED,
          EventType.MESSAGE_DELIVERED,
          EventType.MESSAGE_UNDELIVERED,
          EventType.MAIL_BOUNCED,
          EventType.ANSWER_UNDELIVERED,
          EventType.CASE_QUEUED,
          EventType.CASE_ASSIGNED,
          EventType.CASE_UNASSIGNED,
          EventType.CASE_STATUS_CHANGED,
          EventType.CASE_AGENT_REPLIED,
          EventType.SLA_WARNING,
          EventType.ESCALATION_RESOLVED);

  private final NoticePolicy policy;
  private final NewDeliveries newDeliveries;
  private final RecentAcknowledgements acknowledgements;
  private final DeliveryQueue deliveries;
  private final Bounces bounces;
  private final Announcements announcements;

  CaseEvents(
      NoticePolicy policy,
      Letters letters,
      RecentAcknowledgements acknowledgements,
      DeliveryQueue deliveries,
      Bounces bounces,
      Announcements announcements) {
    this.policy = policy;
    this.newDeliveries = new NewDeliveries(Ids::next, letters::messageIdOf);
    this.acknowledgements = acknowledgements;
    this.deliveries = deliveries;
    this.bounces = bounces;
    this.announcements = announcements;
  }

  @Override
  public String topic() {
    return Topics.CASE_EVENTS;
  }

  @Override
  public boolean consumes(String type) {
    return EventType.byWireName(type).filter(CONSUMED::contains).isPresent();
  }

  @Override
  public Uni<Void> apply(UnitOfWork unitOfWork, List<ReceivedEvent> events) {
    List<Fact> facts = events.stream().map(Fact::of).toList();
    Set<UUID> caseIds = facts.stream().map(Fact::caseId).collect(Collectors.toSet());
    return CaseFileTable.lock(unitOfWork, caseIds)
        .chain(
            known ->
                acknowledgements
                    .capFor(unitOfWork, facts)
                    .map(cap -> new Reaction(policy, newDeliveries, cap, known)))
        .invoke(reaction -> facts.forEach(reaction::add))
        .chain(reaction -> keep(unitOfWork, reaction, reports(facts)));
  }

  private static List<MailBounced> reports(List<Fact> facts) {
    return facts.stream()
        .map(Fact::event)
        .filter(MailBounced.class::isInstance)
        .map(MailBounced.class::cast)
        .toList();
  }

  private Uni<Void> keep(UnitOfWork unitOfWork, Reaction reaction, List<MailBounced> reports) {
    // What came back counts for the mails of the same batch.
    return bounces
        .keep(unitOfWork, reports)
        .call(() -> keepDecisions(unitOfWork, reaction))
        .map(
            returned ->
                Stream.concat(reaction.announcements().stream(), returned.stream()).toList())
        .chain(all -> announcements.publish(unitOfWork, all));
  }

  private Uni<Void> keepDecisions(UnitOfWork unitOfWork, Reaction reaction) {
    return PlainStatement.together(
            CaseFileTable.save(unitOfWork, reaction.files()),
            deliveries.add(unitOfWork, reaction.deliveries()))
        .chain(() -> deliveries.handOver(unitOfWork, reaction.handedOver()));
  }
}
