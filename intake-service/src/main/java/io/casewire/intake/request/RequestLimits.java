package io.casewire.intake.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one sender may post through the public form. */
@ConfigMapping(prefix = "casewire.intake.rate-limit")
interface RequestLimits {

  /** Requests a second from one client address. */
  @WithDefault("10")
  int perSecond();

  /** Requests an hour from one client address, and for one customer address. */
  @WithDefault("60")
  int perHour();
}
