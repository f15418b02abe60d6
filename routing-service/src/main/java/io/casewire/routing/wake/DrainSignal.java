package io.casewire.routing.wake;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says that a case waits or that somebody has room again. To be given to {@code
 * UnitOfWork.afterCommit}: before the commit there is nothing to see.
 */
@ApplicationScoped
public class DrainSignal implements Runnable {

  private volatile Runnable listener = () -> {};

  /** Who is to be woken from now on. */
  public void wakes(Runnable action) {
    listener = action;
  }

  @Override
  public void run() {
    listener.run();
  }
}
