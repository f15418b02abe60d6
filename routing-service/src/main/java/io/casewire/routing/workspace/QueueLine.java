package io.casewire.routing.workspace;

import io.casewire.routing.casework.QueueLoad;

/** A queue on the board. */
public record QueueLine(String id, String name, QueueLoad load) {

  /** A count of the load for people. */
  public String count(long number) {
    return QueueLoad.inWords(number);
  }
}
