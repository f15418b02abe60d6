package io.casewire.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the inbox. */
@ConfigMapping(prefix = "casewire.inbox")
public interface InboxConfig {

  /** This service's own CloudEvents source: what it said itself it need not hear. */
  String ownSource();

  /** The first wait after a fault of the database; it doubles, with jitter. */
  @WithDefault("PT0.1S")
  Duration firstBackOff();

  /** The longest wait between two attempts. */
  @WithDefault("PT5S")
  Duration longestBackOff();

  /**
   * For how long an event is tried again when the database says what may be about the event or
   * about itself, for example that the statement took too long.
   */
  @WithDefault("PT1M")
  Duration unclearFor();

  /** How often parked subjects are looked at whose draining was cut off by a crash. */
  @WithDefault("PT30S")
  Duration lookAgain();

  /**
   * More subjects than this parked within a minute look like a fault of this service and not of the
   * data: the channel stops until the minute is over.
   */
  @WithDefault("50")
  int mostParkedPerMinute();
}
