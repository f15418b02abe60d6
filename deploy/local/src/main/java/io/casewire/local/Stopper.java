package io.casewire.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Stops processes: asks first, kills after a while.
 *
 * @param table where the processes are written down
 * @param patience how long a process may take to stop by itself
 */
record Stopper(ProcessTable table, Duration patience) {

  private static final Duration PAUSE = Duration.ofMillis(20);

  /**
   * Stops them at the same time, returns when all are gone, and strikes them off the table.
   *
   * @throws StackException when one survives even SIGKILL
   */
  void stop(List<ProcessRecord> entries) {
    entries.forEach(Stopper::ask);
    awaitEnd(entries);
    alive(entries).forEach(entry -> Signal.KILL.send(entry.pid()));
    awaitEnd(entries);
    entries.forEach(this::strikeOff);
  }

  private static void ask(ProcessRecord entry) {
    if (entry.process().isPresent()) {
      Signal.thatStops(entry.instance().component()).send(entry.pid());
      // A suspended process is asked in vain until it is told to go on.
      Signal.CONT.send(entry.pid());
    }
  }

  private void awaitEnd(List<ProcessRecord> entries) {
    var limit = Instant.now().plus(patience);
    while (!alive(entries).isEmpty() && Instant.now().isBefore(limit)) {
      Pause.of(PAUSE);
    }
  }

  private void strikeOff(ProcessRecord entry) {
    if (entry.process().isPresent()) {
      throw new StackException("%s (pid %d) does not end".formatted(entry.instance(), entry.pid()));
    }
    table.remove(entry.instance());
  }

  private static List<ProcessRecord> alive(List<ProcessRecord> entries) {
    return entries.stream().filter(entry -> entry.process().isPresent()).toList();
  }
}
