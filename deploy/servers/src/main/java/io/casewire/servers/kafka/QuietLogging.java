package io.casewire.servers.kafka;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * One start of the broker would write some 2,000 lines at INFO into the log of whoever hosts it.
 */
final class QuietLogging {

  // Held here because java.util.logging itself keeps loggers, and so their levels, only weakly.
  private static final List<Logger> LOGGERS =
      Stream.of("org.apache.kafka", "kafka", "state.change.logger").map(Logger::getLogger).toList();

  private QuietLogging() {}

  static void apply() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
