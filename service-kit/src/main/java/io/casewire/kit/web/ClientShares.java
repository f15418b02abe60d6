package io.casewire.kit.web;

import java.util.HashMap;
import java.util.Map;

/**
 * Divides something limited, such as open sockets, among clients: all of them together hold no more
 * than there is, and each one no more than its share. Thread-safe.
 */
public final class ClientShares {

  /** What came of asking for more. */
  public enum Claim {
    GRANTED,
    /** The client holds its share already. */
    CLIENT_FULL,
    /** All clients together hold everything. */
    ALL_FULL
  }

  private final long most;
  private final long mostPerClient;
  private final Map<String, Long> held = new HashMap<>();
  private long heldByAll;

  /**
   * @param most what all clients may hold together
   * @param mostPerClient what one client may hold
   */
  public ClientShares(long most, long mostPerClient) {
    this.most = most;
    this.mostPerClient = mostPerClient;
  }

  /** Gives a client more, if that is within both limits; else nothing is given. */
  public synchronized Claim claim(String client, long amount) {
    Claim claim = check(client, amount);
    if (claim == Claim.GRANTED) {
      held.merge(client, amount, Long::sum);
      heldByAll += amount;
    }
    return claim;
  }

  /** What a claim would come to now. */
  synchronized Claim check(String client, long amount) {
    if (held.getOrDefault(client, 0L) + amount > mostPerClient) {
      return Claim.CLIENT_FULL;
    }
    return heldByAll + amount > most ? Claim.ALL_FULL : Claim.GRANTED;
  }

  /** Takes back what was granted to a client. */
  public synchronized void release(String client, long amount) {
    held.computeIfPresent(client, (ignored, all) -> all > amount ? all - amount : null);
    heldByAll -= amount;
  }

  synchronized long held() {
    return heldByAll;
  }
}
