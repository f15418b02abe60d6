package io.casewire.kit.inbox;

import java.util.Comparator;

/** One numbered sequence of events: what one source says about one subject. */
record Stream(String source, String subject) implements Comparable<Stream> {

  /** The order in which all transactions lock, so that none waits for another in a circle. */
  private static final Comparator<Stream> LOCK_ORDER =
      Comparator.comparing(Stream::subject).thenComparing(Stream::source);

  @Override
  public int compareTo(Stream other) {
    return LOCK_ORDER.compare(this, other);
  }
}
