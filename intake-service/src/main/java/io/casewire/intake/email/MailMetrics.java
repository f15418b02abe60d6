package io.casewire.intake.email;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts mail by what became of it. */
@ApplicationScoped
class MailMetrics {

  private final MeterRegistry registry;

  MailMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void taken(MailAnswer answer) {
    registry.counter("casewire.mails", "outcome", answer.outcome().code()).increment();
  }
}
