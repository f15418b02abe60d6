package io.casewire.kit.timer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the timer loop. */
@ConfigMapping(prefix = "casewire.timer")
public interface TimerConfig {

  /** Timers done in one transaction. */
  @WithDefault("200")
  int batch();

  /**
   * How soon the loop looks without being woken: for timers set by a replica that died. The pause
   * doubles while none is due.
   */
  @WithDefault("PT1S")
  Duration poll();

  /** The longest pause between two looks, and so the delay of timers whose replica has died. */
  @WithDefault("PT4S")
  Duration longestPoll();

  /** The first wait before a timer that failed is tried again; it doubles. */
  @WithDefault("PT5S")
  Duration backOff();

  /** How often a timer may fail before it is set aside: with the usual waits, in ten minutes. */
  @WithDefault("8")
  int attempts();
}
