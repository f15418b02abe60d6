package io.casewire.notification.reaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many acknowledgements a mailbox may get. */
@ConfigMapping(prefix = "casewire.notification.acknowledgement")
public interface AcknowledgementConfig {

  /** The most within the window, over all cases. Nobody opens more cases an hour in earnest. */
  @WithDefault("5")
  int mostPerMailbox();

  @WithDefault("PT1H")
  Duration window();
}
