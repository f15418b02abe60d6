package io.casewire.routing.assignment;

import java.util.ArrayList;
import java.util.List;

/** Agents who share a reason: how many they are, and the first few of them. */
final class Group {

  private final int mostKept;
  private final List<Seat> first = new ArrayList<>();
  private int count;

  Group(int mostKept) {
    this.mostKept = mostKept;
  }

  void add(Seat seat) {
    count += 1 + seat.alike();
    if (first.size() < mostKept) {
      first.add(seat);
    }
  }

  int count() {
    return count;
  }

  List<Seat> first() {
    return first;
  }
}
