package io.casewire.kit.loop;

import io.vertx.core.Context;

/**
 * Tells work that takes processor time whether it is on a thread for it: while it runs on an event
 * loop, all other requests of that loop stand still.
 *
 * <p>Meant for {@code assert}: tests run with assertions and fail on every wrong call, however
 * short the input and however fast the machine. In production a wrong call delays requests, which
 * is better than to lose the one that made it.
 */
public final class EventLoops {

  /** Names, subjects and reasons: what takes a fraction of a millisecond. */
  private static final int SHORT = 500;

  private EventLoops() {}

  /** Whether the current thread may work for as long as it takes. */
  public static boolean areElsewhere() {
    return !Context.isOnEventLoopThread();
  }

  /** The same, or the work is on a text so short that any thread may do it. */
  public static boolean areElsewhereOrShort(CharSequence text) {
    return text.length() <= SHORT || areElsewhere();
  }
}
