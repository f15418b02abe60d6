package io.casewire.sla.calendar;

import io.casewire.sla.input.Validated;
import io.casewire.sla.input.Violations;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a draft into a calendar, or into everything that is wrong with it. */
final class CalendarReader {

  static final int MAX_HOLIDAYS = 2_000;
  static final int MAX_NAME_LENGTH = 200;

  private final Violations violations = new Violations();
  private final SlotReader slotReader = new SlotReader(violations);

  Validated<BusinessCalendar> read(String id, long version, CalendarDraft draft) {
    ZoneId zone = readZone(draft);
    Map<DayOfWeek, List<Slot>> week = readWeek(draft.hours());
    Map<LocalDate, Holiday> holidays = readHolidays(draft.holidays());
    if (violations.isEmpty() && !draft.alwaysOpen() && neverOpen(week, holidays)) {
      violations.add("hours", "must have at least one slot");
    }
    return violations.orElse(
        () -> new BusinessCalendar(id, version, zone, week, holidays, draft.alwaysOpen()));
  }

  private ZoneId readZone(CalendarDraft draft) {
    String timeZone = draft.timeZone();
    if (timeZone == null && draft.alwaysOpen()) {
      return ZoneOffset.UTC;
    }
    try {
      if (timeZone != null) {
        return ZoneId.of(timeZone);
      }
    } catch (DateTimeException unknown) {
      // Reported below, together with a missing one.
    }
    violations.add("timeZone", "must be a zone of the tz database, for example Europe/Berlin");
    return ZoneOffset.UTC;
  }

  private Map<DayOfWeek, List<Slot>> readWeek(Map<String, List<List<String>>> hours) {
    var week = new EnumMap<DayOfWeek, List<Slot>>(DayOfWeek.class);
    hours.forEach(
        (name, pairs) -> {
          String field = "hours." + name;
          Optional<DayOfWeek> day = dayNamed(name);
          day.ifPresentOrElse(
              found -> week.put(found, slotReader.read(field, pairs)),
              () -> violations.add(field, "must be a weekday, monday to sunday"));
        });
    return week;
  }

  private static Optional<DayOfWeek> dayNamed(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private Map<LocalDate, Holiday> readHolidays(List<CalendarDraft.HolidayDraft> drafts) {
    if (drafts.size() > MAX_HOLIDAYS) {
      violations.add("holidays", "must be at most " + MAX_HOLIDAYS);
      return Map.of();
    }
    var holidays = new HashMap<LocalDate, Holiday>();
    for (int i = 0; i < drafts.size(); i++) {
      readHoliday("holidays[" + i + "]", drafts.get(i), holidays);
    }
    return holidays;
  }

  private void readHoliday(
      String field, CalendarDraft.@Nullable HolidayDraft draft, Map<LocalDate, Holiday> holidays) {
    if (draft == null) {
      violations.add(field, "must be a holiday with a date");
      return;
    }
    String name = draft.name();
    if (name != null && name.length() > MAX_NAME_LENGTH) {
      violations.add(field + ".name", "must have at most " + MAX_NAME_LENGTH + " characters");
    }
    List<Slot> slots = slotReader.read(field + ".hours", draft.hours());
    Optional<LocalDate> date = dateOf(draft.date());
    if (date.isEmpty()) {
      violations.add(field + ".date", "must be a date as yyyy-MM-dd");
      return;
    }
    String label = name == null || name.isBlank() ? date.get().toString() : name;
    if (holidays.put(date.get(), new Holiday(date.get(), label, slots)) != null) {
      violations.add(field + ".date", "must be named only once");
    }
  }

  private static Optional<LocalDate> dateOf(@Nullable String text) {
    try {
      boolean fourDigitYear = text != null && text.length() == "yyyy-MM-dd".length();
      return fourDigitYear ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static boolean neverOpen(
      Map<DayOfWeek, List<Slot>> week, Map<LocalDate, Holiday> holidays) {
    return week.values().stream().allMatch(List::isEmpty)
        && holidays.values().stream().allMatch(holiday -> holiday.slots().isEmpty());
  }
}
