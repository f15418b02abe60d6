package io.casewire.kit.setaside;

import io.smallrye.mutiny.Uni;

/**
 * A queue of work that passes over an item that it can't do, so that the items behind it go on.
 * Every bean of this type has its items in the one list of operators.
 */
public interface WorkQueue {

  /** The queue's name in the list and in metrics, for example {@code inbox}. */
  String name();

  /**
   * Tries an item again, or puts it back where the queue takes it from. If that is done the item is
   * no longer set aside; if it fails again it still is.
   *
   * @param key as it was given to {@link SetAside#add}
   */
  Uni<Void> retry(String key);
}
