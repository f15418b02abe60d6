package io.casewire.sla.calendar;

import static org.junit.jupiter.api.Assertions.fail;

import io.casewire.sla.calendar.CalendarDraft.HolidayDraft;
import io.casewire.sla.input.Validated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds calendars for tests: {@code inZone("Europe/Berlin").on("monday", "09:00-17:00")}. */
public final class Calendars {

  private static final List<String> WORKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday");

  private final String zone;
  private final Map<String, List<List<String>>> hours = new LinkedHashMap<>();
  private final List<HolidayDraft> holidays = new ArrayList<>();

  private Calendars(String zone) {
    this.zone = zone;
  }

  public static Calendars inZone(String zone) {
    return new Calendars(zone);
  }

  public static BusinessCalendar valid(Validated<BusinessCalendar> calendar) {
    return switch (calendar) {
      case Validated.Valid<BusinessCalendar>(var value) -> value;
      case Validated.Invalid<BusinessCalendar>(var violations) -> fail(violations.toString());
    };
  }

  public Calendars on(String day, String... slots) {
    hours.put(day, slots(slots));
    return this;
  }

  public Calendars onWorkdays(String... slots) {
    WORKDAYS.forEach(day -> on(day, slots));
    return this;
  }

  public Calendars everyDay(String... slots) {
    return onWorkdays(slots).on("saturday", slots).on("sunday", slots);
  }

  public Calendars holiday(String date, String name, String... slots) {
    holidays.add(new HolidayDraft(date, name, slots(slots)));
    return this;
  }

  public CalendarDraft draft() {
    return new CalendarDraft(zone, hours, holidays, false);
  }

  public BusinessCalendar build() {
    return build("support", 1);
  }

  public BusinessCalendar build(String id, long version) {
    return valid(BusinessCalendar.of(id, version, draft()));
  }

  private static List<List<String>> slots(String... slots) {
    return Arrays.stream(slots).map(slot -> List.of(slot.split("-"))).toList();
  }
}
