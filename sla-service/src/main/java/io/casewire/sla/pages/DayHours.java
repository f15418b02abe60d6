package io.casewire.sla.pages;

import io.casewire.sla.rules.CalendarBody.HolidayBody;
import io.casewire.sla.rules.CalendarView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a day, to be shown.
 *
 * @param name of a weekday as in the interface, or of a holiday with its date
 * @param slots such as {@code 09:00–12:00}; none means closed
 */
record DayHours(String name, List<String> slots) {

  private static final List<String> WEEK =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  static List<DayHours> week(CalendarView calendar) {
    Map<String, List<List<String>>> hours = calendar.hours() == null ? Map.of() : calendar.hours();
    return WEEK.stream().map(day -> new DayHours(day, slots(hours.get(day)))).toList();
  }

  static List<DayHours> holidays(CalendarView calendar) {
    return Stream.ofNullable(calendar.holidays())
        .flatMap(List::stream)
        .map(holiday -> new DayHours(nameOf(holiday), slots(holiday.hours())))
        .toList();
  }

  private static String nameOf(HolidayBody holiday) {
    return holiday.name() == null ? holiday.date() : holiday.date() + " " + holiday.name();
  }

  private static List<String> slots(@Nullable List<List<String>> pairs) {
    return Stream.ofNullable(pairs)
        .flatMap(List::stream)
        .map(pair -> pair.getFirst() + "–" + pair.getLast())
        .toList();
  }
}
