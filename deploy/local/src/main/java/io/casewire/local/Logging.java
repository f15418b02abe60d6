package io.casewire.local;

import java.io.IOException;
import java.util.logging.LogManager;

/** Reads {@code logging.properties}; named to the JVM, which makes one before the first line. */
public final class Logging {

  public Logging() throws IOException {
    try (var configuration = Logging.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(configuration);
    }
  }
}
