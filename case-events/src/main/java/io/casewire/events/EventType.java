package io.casewire.events;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.casewire.events.envelope.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Every type of the stream: its wire name, its record, its topic and who publishes it. The wire
 * name is part of the contract and independent of the Java name.
 */
public enum EventType {
  CASE_OPENED("io.casewire.case.opened.v1", CaseOpened.class, Topics.CASE_EVENTS, Sources.INTAKE),
  CUSTOMER_MESSAGE_RECEIVED(
      "io.casewire.case.customer-message-received.v1",
      CustomerMessageReceived.class,
      Topics.CASE_EVENTS,
      Sources.INTAKE),
  MESSAGE_MOVED(
      "io.casewire.case.message-moved.v1", MessageMoved.class, Topics.CASE_EVENTS, Sources.INTAKE),
  MESSAGE_DELIVERED(
      "io.casewire.case.message-delivered.v1",
      MessageDelivered.class,
      Topics.CASE_EVENTS,
      Sources.INTAKE),
  MESSAGE_UNDELIVERED(
      "io.casewire.case.message-undelivered.v1",
      MessageUndelivered.class,
      Topics.CASE_EVENTS,
      Sources.INTAKE),
  MAIL_BOUNCED(
      "io.casewire.case.mail-bounced.v1", MailBounced.class, Topics.CASE_EVENTS, Sources.INTAKE),
  CASE_CLOSED_BY_CUSTOMER(
      "io.casewire.case.closed-by-customer.v1",
      CaseClosedByCustomer.class,
      Topics.CASE_EVENTS,
      Sources.INTAKE),
  CASE_RATED("io.casewire.case.rated.v1", CaseRated.class, Topics.CASE_EVENTS, Sources.INTAKE),
  CASE_QUEUED("io.casewire.case.queued.v1", CaseQueued.class, Topics.CASE_EVENTS, Sources.ROUTING),
  CASE_ASSIGNED(
      "io.casewire.case.assigned.v1", CaseAssigned.class, Topics.CASE_EVENTS, Sources.ROUTING),
  CASE_UNASSIGNED(
      "io.casewire.case.unassigned.v1", CaseUnassigned.class, Topics.CASE_EVENTS, Sources.ROUTING),
  CASE_STATUS_CHANGED(
      "io.casewire.case.status-changed.v1",
      CaseStatusChanged.class,
      Topics.CASE_EVENTS,
      Sources.ROUTING),
  CASE_AGENT_REPLIED(
      "io.casewire.case.agent-replied.v1",
      CaseAgentReplied.class,
      Topics.CASE_EVENTS,
      Sources.ROUTING),
  ANSWER_UNDELIVERED(
      "io.casewire.case.answer-undelivered.v1",
      AnswerUndelivered.class,
      Topics.CASE_EVENTS,
      Sources.ROUTING),
  CASE_NOTE_ADDED(
      "io.casewire.case.note-added.v1", CaseNoteAdded.class, Topics.CASE_EVENTS, Sources.ROUTING),
  CASE_CLASSIFIED(
      "io.casewire.case.classified.v1", CaseClassified.class, Topics.CASE_EVENTS, Sources.ROUTING),
  CASE_PRIORITY_CHANGED(
      "io.casewire.case.priority-changed.v1",
      CasePriorityChanged.class,
      Topics.CASE_EVENTS,
      Sources.ROUTING),
  MESSAGE_REFUSED(
      "io.casewire.case.message-refused.v1",
      MessageRefused.class,
      Topics.CASE_EVENTS,
      Sources.ROUTING),
  ESCALATION_RESOLVED(
      "io.casewire.case.escalation-resolved.v1",
      EscalationResolved.class,
      Topics.CASE_EVENTS,
      Sources.ROUTING),
  SLA_CLOCK_STARTED(
      "io.casewire.sla.clock-started.v1", SlaClockStarted.class, Topics.CASE_EVENTS, Sources.SLA),
  SLA_CLOCK_PAUSED(
      "io.casewire.sla.clock-paused.v1", SlaClockPaused.class, Topics.CASE_EVENTS, Sources.SLA),
  SLA_CLOCK_RESUMED(
      "io.casewire.sla.clock-resumed.v1", SlaClockResumed.class, Topics.CASE_EVENTS, Sources.SLA),
  SLA_CLOCK_MET("io.casewire.sla.clock-met.v1", SlaClockMet.class, Topics.CASE_EVENTS, Sources.SLA),
  SLA_CLOCK_CANCELLED(
      "io.casewire.sla.clock-cancelled.v1",
      SlaClockCancelled.class,
      Topics.CASE_EVENTS,
      Sources.SLA),
  SLA_CLOCK_RETARGETED(
      "io.casewire.sla.clock-retargeted.v1",
      SlaClockRetargeted.class,
      Topics.CASE_EVENTS,
      Sources.SLA),
  SLA_WARNING("io.casewire.sla.warning.v1", SlaWarning.class, Topics.CASE_EVENTS, Sources.SLA),
  SLA_BREACHED("io.casewire.sla.breached.v1", SlaBreached.class, Topics.CASE_EVENTS, Sources.SLA),
  SLA_BREACH_WITHDRAWN(
      "io.casewire.sla.breach-withdrawn.v1",
      SlaBreachWithdrawn.class,
      Topics.CASE_EVENTS,
      Sources.SLA),
  CASE_ESCALATED(
      "io.casewire.case.escalated.v1", CaseEscalated.class, Topics.CASE_EVENTS, Sources.SLA),
  NOTIFICATION_SENT(
      "io.casewire.notification.sent.v1",
      NotificationSent.class,
      Topics.CASE_EVENTS,
      Sources.NOTIFICATION),
  NOTIFICATION_FAILED(
      "io.casewire.notification.failed.v1",
      NotificationFailed.class,
      Topics.CASE_EVENTS,
      Sources.NOTIFICATION),
  NOTIFICATION_SUPPRESSED(
      "io.casewire.notification.suppressed.v1",
      NotificationSuppressed.class,
      Topics.CASE_EVENTS,
      Sources.NOTIFICATION),
  NOTIFICATION_BOUNCED(
      "io.casewire.notification.bounced.v1",
      NotificationBounced.class,
      Topics.CASE_EVENTS,
      Sources.NOTIFICATION),
  AGENT_DEFINED(
      "io.casewire.agent.defined.v1", AgentDefined.class, Topics.DIRECTORY_EVENTS, Sources.ROUTING),
  QUEUE_DEFINED(
      "io.casewire.queue.defined.v1", QueueDefined.class, Topics.DIRECTORY_EVENTS, Sources.ROUTING);

  private static final Map<String, EventType> BY_WIRE_NAME =
      Arrays.stream(values()).collect(toUnmodifiableMap(EventType::wireName, identity()));
  private static final Map<Class<?>, EventType> BY_RECORD =
      Arrays.stream(values()).collect(toUnmodifiableMap(EventType::record, identity()));

  private final String wireName;
  private final Class<? extends Event> record;
  private final String topic;
  private final String source;

  EventType(String wireName, Class<? extends Event> record, String topic, String source) {
    this.wireName = wireName;
    this.record = record;
    this.topic = topic;
    this.source = source;
  }

  /** The type of an event; there is one for every permitted record (a test says so). */
  public static EventType of(Event event) {
    return BY_RECORD.get(event.getClass());
  }

  /** The type of this name, or empty for one that this version does not know. */
  public static Optional<EventType> byWireName(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }

  /** The name on the wire, version included; never derived from the Java name. */
  public String wireName() {
    return wireName;
  }

  /** The record that bodies of this type are read into. */
  public Class<? extends Event> record() {
    return record;
  }

  /** The one topic that carries this type. */
  public String topic() {
    return topic;
  }

  /** The CloudEvents source of the one service that publishes it. */
  public String source() {
    return source;
  }
}
