package io.casewire.notification.suppression;

import io.casewire.events.BounceKind;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** For how long an address is not written to. */
@ConfigMapping(prefix = "casewire.notification.suppression")
public interface SuppressionConfig {

  /** After a mail came back for good. Mailboxes come to life again, so it ends by itself. */
  @WithDefault("P60D")
  Duration bounceFor();

  /** After a reader called our mail unwanted: no automatic mail for so long. */
  @WithDefault("P365D")
  Duration complaintFor();

  /** For how long such a report holds; not at all for one that promises better luck next time. */
  default Duration after(BounceKind kind) {
    return switch (kind) {
      case PERMANENT -> bounceFor();
      case COMPLAINT -> complaintFor();
      case TRANSIENT -> Duration.ZERO;
    };
  }
}
