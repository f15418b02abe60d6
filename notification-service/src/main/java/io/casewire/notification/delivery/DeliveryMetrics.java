package io.casewire.notification.delivery;

import io.casewire.notification.attempt.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** What comes of attempts, and how long mails take. */
@ApplicationScoped
class DeliveryMetrics {

  private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class);
  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

  private final AtomicReference<Instant> lastWarning = new AtomicReference<>(Instant.MIN);
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
    switch (result.outcome()) {
      case Outcome.Accepted _ ->
          handover.record(Duration.between(result.delivery().queuedAt(), clock.instant()));
      case Outcome.RelayRefused refused -> warnOfRefusal(refused.reason());
      case Outcome.SenderRefused refused -> warnOfRefusal(refused.reason());
      default -> {}
    }
  }

  /** Every mail meets the same refusal, so one line a minute says it all. */
  private void warnOfRefusal(String reason) {
    Instant now = clock.instant();
    Instant last = lastWarning.get();
    if (!last.isAfter(now.minus(BETWEEN_WARNINGS)) && lastWarning.compareAndSet(last, now)) {
      LOG.errorf("the mail server refuses us because=%s, mails wait", reason);
    }
  }

  private static String nameOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> "accepted";
      case Outcome.Deferred _ -> "deferred";
      case Outcome.Refused _ -> "refused";
      case Outcome.Unreachable _ -> "unreachable";
      case Outcome.RelayRefused _ -> "relay-refused";
      case Outcome.SenderRefused _ -> "sender-refused";
      case Outcome.RecipientUnknown _ -> "recipient-unknown";
      case Outcome.Suppressed _ -> "suppressed";
      case Outcome.Broken _ -> "broken";
      case Outcome.NotTried _ -> "not-tried";
    };
  }
}
