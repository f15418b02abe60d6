package io.casewire.acceptance.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Sends signals, which Java itself can't. */
final class Signals {

  private Signals() {}

  /**
   * Sends one signal to processes; those that are gone do not mind.
   *
   * @param name without SIG
   */
  static void send(String name, List<Long> pids) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    pids.forEach(pid -> command.add(pid.toString()));
    try {
      new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
