package io.casewire.sla.calendar;

import java.time.Instant;
import java.util.List;

/**
 * A cursor over a calendar's open time from an instant on. Spans come in order, are never empty and
 * never overlap; they may touch. Instants are seconds from the epoch.
 *
 * <p>Ends when the calendar has no open time any more, at the latest with the year 9999: later
 * instants have no RFC 3339 form.
 */
final class OpenSpans {

  private final BusinessCalendar calendar;
  private final LocalDays days;
  private final long lastDay;
  private long day;
  private List<Slot> slots;
  private int nextSlot;
  private long start;
  private long end;

  OpenSpans(BusinessCalendar calendar, Instant from) {
    this.calendar = calendar;
    this.days = new LocalDays(calendar.zone());
    this.lastDay = calendar.lastOpenDay();
    // A slot of yesterday may still be open: its closing at 24:00 can happen twice.
    this.day = LocalDays.dayOf(from, calendar.zone()) - 1;
    this.slots = calendar.slotsOf(day);
    this.end = from.getEpochSecond();
  }

  /** Moves to the next span; false when there is none. */
  boolean next() {
    while (day <= lastDay) {
      while (nextSlot < slots.size()) {
        if (enter(slots.get(nextSlot++))) {
          return true;
        }
      }
      slots = calendar.slotsOf(++day);
      nextSlot = 0;
    }
    return false;
  }

  // Where clocks go back, a closing can come after the next opening: that time counts once.
  private boolean enter(Slot slot) {
    long closes = days.closing(day, slot.closes());
    if (closes <= end) {
      return false;
    }
    start = Math.max(end, days.opening(day, slot.opens()));
    end = closes;
    return start < end;
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }
}
