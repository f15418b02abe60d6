package io.casewire.kit.ratelimit;

import io.smallrye.config.WithDefault;

/**
 * How often one key may be used. A service extends it by an interface with a prefix of its own
 * ({@code @ConfigMapping}).
 */
public interface RateLimits {

  /** The most in a second, which is also the most at once. */
  @WithDefault("10")
  int perSecond();

  /** The most in an hour. */
  @WithDefault("60")
  int perHour();

  /** How many keys are remembered; the least used is forgotten first. */
  @WithDefault("100000")
  int maximumKeys();
}
