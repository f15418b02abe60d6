package io.casewire.sla.calendar;

/**
 * A part of a local day.
 *
 * @param opens minutes after midnight, inclusive
 * @param closes minutes after midnight, exclusive, at most 1440 ({@code 24:00})
 */
record Slot(int opens, int closes) {

  boolean overlaps(Slot other) {
    return opens < other.closes && other.opens < closes;
  }
}
