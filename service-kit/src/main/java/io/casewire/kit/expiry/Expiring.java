package io.casewire.kit.expiry;

/**
 * Rows that are kept for a time only. Every bean of this type is seen to by {@link ExpirySweep}.
 */
public interface Expiring {

  /**
   * The statement that deletes rows whose time is over, by the database's clock; {@code $1} is how
   * many at most. All replicas execute it, at the same time too: it passes over rows that another
   * one has locked.
   */
  String deletion();
}
