package io.casewire.sla.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A date whose slots replace those of its weekday.
 *
 * @param name never blank
 * @param slots in order; empty when the whole day is closed
 */
record Holiday(LocalDate date, String name, List<Slot> slots) {

  Holiday {
    slots = List.copyOf(slots);
  }
}
