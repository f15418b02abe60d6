package io.casewire.routing.wake;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Wakes the drainer when a case waits or an agent has room again. It is given to {@code
 * UnitOfWork.afterCommit}, since the drainer sees nothing of a transaction before its commit.
 */
@ApplicationScoped
public class DrainSignal implements Runnable {

  private volatile Runnable listener = () -> {};

  /** Sets the action that wakes the drainer. */
  public void wakes(Runnable action) {
    listener = action;
  }

  @Override
  public void run() {
    listener.run();
  }
}
