package io.casewire.sla.cases;

import io.casewire.events.CaseOpened;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.sla.clock.CaseClocks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a case.
 *
 * @param queue null until routing has queued it
 * @param owner an agent's id; null while nobody owns it
 * @param customerId null in a case that was stored before its customer was
 * @param correlationId of what happened to it last
 * @param sequence of the last event that this service published about it
 */
public record CaseFile(
    CaseClocks clocks,
    String caseNumber,
    @Nullable UUID customerId,
    @Nullable String queue,
    @Nullable String owner,
    String correlationId,
    long sequence) {

  /** A case that is opened just now. */
  public static CaseFile opened(CaseClocks clocks, CaseOpened opened, String correlationId) {
    return new CaseFile(
        clocks, opened.caseNumber(), opened.customerId(), null, null, correlationId, 0);
  }

  public UUID caseId() {
    return clocks.caseId();
  }

  public CaseFile with(CaseClocks changed) {
    return new CaseFile(changed, caseNumber, customerId, queue, owner, correlationId, sequence);
  }

  /** Waits in a queue without an owner. */
  public CaseFile queuedIn(String newQueue) {
    return new CaseFile(clocks, caseNumber, customerId, newQueue, null, correlationId, sequence);
  }

  public CaseFile ownedBy(@Nullable String newOwner) {
    return new CaseFile(clocks, caseNumber, customerId, queue, newOwner, correlationId, sequence);
  }

  public CaseFile inQueue(String newQueue) {
    return new CaseFile(clocks, caseNumber, customerId, newQueue, owner, correlationId, sequence);
  }

  /** After a further event about the case. */
  public CaseFile after(EventEnvelope event) {
    UUID customer = event.customerId() == null ? customerId : event.customerId();
    return new CaseFile(
        clocks, caseNumber, customer, queue, owner, event.correlationId(), sequence);
  }

  /** One more event is published. */
  public CaseFile numbered() {
    return new CaseFile(clocks, caseNumber, customerId, queue, owner, correlationId, sequence + 1);
  }
}
