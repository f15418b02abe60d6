package io.casewire.routing.stream;

import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseEvent;
import io.casewire.events.Event;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.NotificationBounced;
import io.casewire.events.NotificationFailed;
import io.casewire.events.NotificationSent;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.RecipientKind;
import io.casewire.events.UnreadableEventException;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.routing.casework.MessageKey;
import io.casewire.routing.casework.Occasion;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of a case with its envelope. */
record Fact(EventEnvelope envelope, CaseEvent event) {

  /**
   * Reads an event of a type that is consumed here.
   *
   * @throws UnreadableEventException if its body is not what its type says
   */
  static Fact of(ReceivedEvent received) {
    EventType type = EventType.byWireName(received.envelope().type()).orElseThrow();
    Event event = EventCodec.decode(type, received.body());
    return new Fact(received.envelope(), (CaseEvent) event);
  }

  /** The answer that a notice to the customer carried or would have carried, if it is about one. */
  Optional<MessageKey> carriedAnswer() {
    return switch (event) {
      case NotificationSent e -> answer(e.recipientKind(), e.messageId());
      case NotificationFailed e -> answer(e.recipientKind(), e.messageId());
      case NotificationSuppressed e -> answer(e.recipientKind(), e.messageId());
      case NotificationBounced e -> answer(e.recipientKind(), e.messageId());
      default -> Optional.empty();
    };
  }

  private Optional<MessageKey> answer(RecipientKind recipient, @Nullable UUID messageId) {
    return messageId == null || recipient != RecipientKind.CUSTOMER
        ? Optional.empty()
        : Optional.of(new MessageKey(caseId(), messageId));
  }

  /** The message that an escalation waits for, if it waits for one. */
  Optional<MessageKey> awaitedMessage() {
    return event instanceof CaseEscalated escalation
        ? Optional.ofNullable(escalation.awaitedMessageId())
            .map(messageId -> new MessageKey(caseId(), messageId))
        : Optional.empty();
  }

  /** Whether it does anything here: of notices only those that carry answers. */
  boolean matters() {
    return switch (event) {
      case NotificationSent _,
          NotificationFailed _,
          NotificationSuppressed _,
          NotificationBounced _ ->
          carriedAnswer().isPresent();
      default -> true;
    };
  }

  UUID caseId() {
    return event.caseId();
  }

  /** The event as the occasion of what follows from it. */
  Occasion occasion(Instant now, String actor) {
    return new Occasion(now, Cause.of(envelope), actor);
  }
}
