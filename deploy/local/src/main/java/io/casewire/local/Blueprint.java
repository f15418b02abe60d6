package io.casewire.local;

import java.util.List;

/**
 * All that is needed to start a process.
 *
 * @param instance what it will be
 * @param ports where it will listen; the first is the one that it is known by
 * @param command its command line
 * @param readiness how to see that it works
 */
record Blueprint(
    Instance instance, List<Integer> ports, List<String> command, Readiness readiness) {

  Blueprint {
    ports = List.copyOf(ports);
    command = List.copyOf(command);
  }

  int port() {
    return ports.getFirst();
  }

  boolean isServer() {
    return !instance.component().isService();
  }
}
