package io.casewire.kit.expiry;

/**
 * Rows that are kept for a time only. Every bean of this type is seen to by {@link ExpirySweep}.
 *
 * @param table where they are
 * @param key the column that identifies them
 * @param over the condition on a row whose time is over, by the database's clock
 */
public record Expiring(String table, String key, String over) {

  /**
   * Deletes as many as {@code $1} says at most. All replicas may do so at the same time: what one
   * has locked the others pass over.
   */
  String deletion() {
    return """
        delete from %1$s where %2$s in (
          select %2$s from %1$s where %3$s limit $1 for update skip locked)
        """
        .formatted(table, key, over);
  }
}
