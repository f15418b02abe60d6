package io.casewire.acceptance.stack;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the broker's client from telling of each of its settings. */
public final class QuietKafka {

  /** Held for good: the JDK forgets the level of a logger that nobody refers to. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private QuietKafka() {}

  /** From now on it speaks of trouble only. */
  public static void please() {
    KAFKA.setLevel(Level.WARNING);
  }
}
