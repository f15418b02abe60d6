package io.casewire.intake.request;

import io.casewire.kit.ratelimit.RateLimits;
import io.smallrye.config.ConfigMapping;

/** How much one sender may post through the public form. */
@ConfigMapping(prefix = "casewire.intake.rate-limit")
interface RequestLimits extends RateLimits {}
