package io.casewire.notification.delivery;

import io.casewire.notification.attempt.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** What comes of attempts, and how long mails take. */
@ApplicationScoped
class DeliveryMetrics {

  private final MeterRegistry registry;
  private final Timer handover;
  private final Clock clock;

  DeliveryMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    this.handover =
        Timer.builder("casewire.notification.handover")
            .description("from the decision to send a mail to the mail server's acceptance")
            .publishPercentileHistogram()
            .register(registry);
  }

  void attempted(Result result) {
    registry
        .counter("casewire.notification.attempts", "outcome", nameOf(result.outcome()))
        .increment();
    if (result.outcome() instanceof Outcome.Accepted) {
      handover.record(Duration.between(result.delivery().queuedAt(), clock.instant()));
    }
  }

  private static String nameOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> "accepted";
      case Outcome.Deferred _ -> "deferred";
      case Outcome.Refused _ -> "refused";
      case Outcome.Unreachable _ -> "unreachable";
      case Outcome.RecipientUnknown _ -> "recipient-unknown";
      case Outcome.Suppressed _ -> "suppressed";
      case Outcome.NotTried _ -> "not-tried";
    };
  }
}
