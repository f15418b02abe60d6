package io.casewire.kit.database;

import java.time.Duration;

/** Limits that a test can wait for. */
public record ShortLimits(Duration connectTimeout, Duration statementTimeout, Duration silence)
    implements DatabaseConfig {

  @Override
  public Duration longestRead() {
    return statementTimeout;
  }

  public static ConnectionLimits create() {
    return new ConnectionLimits(
        new ShortLimits(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(2)));
  }
}
