package io.casewire.kit.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What came in and what became of it. */
@ApplicationScoped
class InboxMetrics {

  private final Counter applied;
  private final Counter duplicates;
  private final Counter skipped;
  private final Counter conflicts;
  private final Counter retries;

  InboxMetrics(MeterRegistry registry) {
    applied = registry.counter("casewire.inbox.applied");
    duplicates = registry.counter("casewire.inbox.duplicates");
    skipped = registry.counter("casewire.inbox.skipped");
    conflicts = registry.counter("casewire.inbox.conflicts");
    retries = registry.counter("casewire.inbox.retries");
  }

  void done(BatchPlan plan) {
    applied.increment(plan.toApply().size());
    duplicates.increment(plan.duplicates());
    skipped.increment(plan.skipped());
    conflicts.increment(plan.conflicts());
  }

  void retry() {
    retries.increment();
  }
}
