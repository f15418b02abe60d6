package io.casewire.local;

import java.io.IOException;

/**
 * A real process that does nothing, for tests of those who watch and stop processes.
 *
 * @param process the process
 */
record SleepingProcess(Process process) implements AutoCloseable {

  static SleepingProcess start() throws IOException {
    return new SleepingProcess(new ProcessBuilder("sleep", "600").start());
  }

  /** One that is asked to stop in vain. */
  static SleepingProcess deaf() throws IOException {
    var shell =
        new ProcessBuilder("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done");
    var process = shell.start();
    process.getInputStream().read();
    return new SleepingProcess(process);
  }

  ProcessRecord as(Instance instance) {
    return ProcessRecord.of(instance, process.toHandle(), 1);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
