package io.casewire.intake.chat;

import java.util.HashMap;
import java.util.Map;

/** Counts the open sockets of each client. Thread-safe. */
final class ClientCount {

  private final int most;
  private final Map<String, Integer> open = new HashMap<>();

  ClientCount(int most) {
    this.most = most;
  }

  /** Whether the client may have one more; it is counted then. */
  synchronized boolean enter(String client) {
    int now = open.getOrDefault(client, 0);
    if (now >= most) {
      return false;
    }
    open.put(client, now + 1);
    return true;
  }

  /** One that had entered is closed. */
  synchronized void leave(String client) {
    open.computeIfPresent(client, (ignored, count) -> count == 1 ? null : count - 1);
  }
}
