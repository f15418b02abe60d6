package io.casewire.sla.calendar;

import io.casewire.sla.input.Violations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the slots of one day. */
final class SlotReader {

  static final int MAX_SLOTS_A_DAY = 24;

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");

  private final Violations violations;

  SlotReader(Violations violations) {
    this.violations = violations;
  }

  /** The valid slots in order of time; everything else becomes a violation under {@code field}. */
  List<Slot> read(String field, @Nullable List<? extends @Nullable List<String>> pairs) {
    if (pairs == null) {
      return List.of();
    }
    if (pairs.size() > MAX_SLOTS_A_DAY) {
      violations.add(field, "must have at most " + MAX_SLOTS_A_DAY + " slots");
      return List.of();
    }
    var slots = new ArrayList<Slot>();
    for (int i = 0; i < pairs.size(); i++) {
      readSlot(field + "[" + i + "]", pairs.get(i), slots);
    }
    slots.sort(Comparator.comparingInt(Slot::opens));
    return slots;
  }

  private void readSlot(String field, @Nullable List<String> pair, List<Slot> slots) {
    if (pair == null || pair.size() != 2) {
      violations.add(field, "must be a pair of times, opening and closing");
      return;
    }
    OptionalInt opens = minuteOf(pair.getFirst());
    OptionalInt closes = minuteOf(pair.getLast());
    if (opens.isEmpty() || closes.isEmpty()) {
      violations.add(field, "must have times as HH:mm between 00:00 and 24:00");
      return;
    }
    var slot = new Slot(opens.getAsInt(), closes.getAsInt());
    if (slot.opens() >= slot.closes()) {
      violations.add(field, "must close after it opens");
    } else if (slots.stream().anyMatch(slot::overlaps)) {
      violations.add(field, "must not overlap another slot of the day");
    } else {
      slots.add(slot);
    }
  }

  private static OptionalInt minuteOf(@Nullable String time) {
    if (time == null || !TIME.matcher(time).matches()) {
      return OptionalInt.empty();
    }
    int hour = Integer.parseInt(time.substring(0, 2));
    int minute = Integer.parseInt(time.substring(3));
    return OptionalInt.of(hour * 60 + minute);
  }
}
