package io.casewire.sla.clock;

/** Where a clock is in its life. A breach is no phase: a breached clock runs on until it is met. */
public enum ClockPhase {
  RUNNING,
  /** The case waits for the customer. */
  PAUSED,
  /**
   * What it waited for has happened. A resolution clock runs on when the case is reopened, a reply
   * clock when the answer turns out not to have arrived.
   */
  MET,
  /** There is nothing left to wait for. */
  CANCELLED;

  /** Whether the clock still waits for something. */
  public boolean open() {
    return this == RUNNING || this == PAUSED;
  }
}
