package io.casewire.kit.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a service waits for its database before it takes it for absent. */
@ConfigMapping(prefix = "casewire.database")
public interface DatabaseConfig {

  /**
   * For a connection. The client's default of a minute is longer than a client of this service
   * waits for the answer that the database is away.
   */
  @WithDefault("PT5S")
  Duration connectTimeout();

  /**
   * For a statement, judged by the server, which also ends it. As long as the server lets a frozen
   * process keep its locks, so that a statement that waits for such a lock is served.
   */
  @WithDefault("PT10S")
  Duration statementTimeout();

  /** For what a request reads; one that takes longer is ended and answered 503. */
  @WithDefault("PT5S")
  Duration longestRead();

  /**
   * For the next sign of life on a connection that is used, judged by this side, since a host that
   * has vanished judges nothing. Longer than a statement may take.
   */
  @WithDefault("PT20S")
  Duration silence();
}
