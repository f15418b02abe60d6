package io.casewire.intake.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How customers find their case. */
@ConfigMapping(prefix = "casewire.link")
interface LinkConfig {

  /**
   * The keys that sign customers' links, {@code kid:base64} with commas between, the current one
   * first. Shared with notification, which puts links into mails. A secret, so there is no default.
   */
  String keys();

  /** Where customers reach this service, for links in answers and mails. */
  URI publicAddress();

  /** How long a browser remembers a link that was opened in it. */
  @WithDefault("P7D")
  Duration browserLifetime();
}
