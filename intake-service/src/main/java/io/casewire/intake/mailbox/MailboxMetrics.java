package io.casewire.intake.mailbox;

import io.casewire.intake.email.ArrivedMail;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the mailbox is behind. */
@ApplicationScoped
class MailboxMetrics {

  private final Clock clock;
  private final Timer lag;
  private volatile @Nullable Instant upToDateAt;

  MailboxMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.lag = registry.timer("casewire.mailbox.lag");
    registry.gauge("casewire.mailbox.behind.seconds", this, MailboxMetrics::behind);
  }

  /** A mail was taken. */
  void taken(ArrivedMail mail) {
    if (mail.arrivedAt() != null) {
      Duration onTheWay = Duration.between(mail.arrivedAt(), clock.instant());
      lag.record(onTheWay.isNegative() ? Duration.ZERO : onTheWay);
    }
  }

  /** Nothing is left to take. */
  void upToDate() {
    upToDateAt = clock.instant();
  }

  /** This replica fetches, or tries to. */
  void responsible() {
    if (upToDateAt == null) {
      upToDateAt = clock.instant();
    }
  }

  /** Another replica fetches. */
  void notResponsible() {
    upToDateAt = null;
  }

  /** Not a number on a replica that does not fetch. */
  private double behind() {
    Instant at = upToDateAt;
    return at == null ? Double.NaN : Duration.between(at, clock.instant()).toMillis() / 1000.0;
  }
}
