package io.casewire.intake.gate;

import io.casewire.kit.ratelimit.RateLimits;
import io.smallrye.config.ConfigMapping;

/** How much one sender may post through the public endpoints. */
@ConfigMapping(prefix = "casewire.intake.rate-limit")
interface SenderLimits extends RateLimits {}
