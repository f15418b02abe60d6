package io.casewire.kit.parking;

import io.casewire.kit.inbox.InboxConfig;
import io.casewire.kit.transaction.UnitOfWork;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Stops a service from parking everything because of its own mistake. */
@ApplicationScoped
class ParkingAlarm {

  private static final Logger LOG = Logger.getLogger(ParkingAlarm.class);

  private final InboxConfig config;
  private final Counter stops;

  ParkingAlarm(InboxConfig config, MeterRegistry registry) {
    this.config = config;
    this.stops = registry.counter("casewire.inbox.stopped.by.parking");
  }

  Uni<Void> check(UnitOfWork unitOfWork) {
    return unitOfWork
        .session()
        .createNativeQuery(
            """
            select count(*) from parked_subject
            where parked_at > statement_timestamp() - interval '1 minute'
            """,
            Long.class)
        .getSingleResult()
        .invoke(this::stopWhenTooMany)
        .replaceWithVoid();
  }

  private void stopWhenTooMany(long parked) {
    if (parked >= config.mostParkedPerMinute()) {
      stops.increment();
      LOG.errorf("the channel stands still, parkedWithinAMinute=%d", parked);
      throw new TooManyParkedException(parked);
    }
  }
}
