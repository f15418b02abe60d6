package io.casewire.acceptance.load;

/** What is done to the stack while it bears a load. */
public interface Disturbance {

  /** Nothing. */
  Disturbance NONE =
      new Disturbance() {
        @Override
        public void start() {}

        @Override
        public void awaitEnd() {}
      };

  /** Begins; returns at once. */
  void start();

  /** Returns when all is over and everything runs again. */
  void awaitEnd();
}
