package io.casewire.kit.id;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes identifiers. */
public final class Ids {

  private Ids() {}

  /**
   * A new UUIDv7 (RFC 9562): unique, and greater than every one that this process made before, so
   * rows of one process are stored in the order in which they were made. Thread-safe.
   */
  public static UUID next() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }
}
