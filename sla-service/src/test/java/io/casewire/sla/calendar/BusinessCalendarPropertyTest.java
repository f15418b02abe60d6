package io.casewire.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Random calendars around the moments at which the clocks of unruly zones change. */
class BusinessCalendarPropertyTest {

  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "Asia/Shanghai",
          "Africa/Casablanca",
          "America/Santiago",
          "America/Havana",
          "America/St_Johns",
          "Pacific/Apia",
          "Asia/Kathmandu");
  private static final Instant EPOCH = Instant.parse("1988-01-01T00:00:00Z");
  private static final int DAYS = 8;
  private static final int MINUTES = DAYS * 24 * 60;

  /** A calendar and an instant near one of its zone's transitions, on a whole minute. */
  record Scene(String zone, long seed, BusinessCalendar calendar, Instant start) {

    @Override
    public String toString() {
      return zone + " seed " + seed + " from " + start;
    }
  }

  @Property(seed = "20261101", tries = 400)
  void open_time_agrees_with_a_look_at_every_minute(
      @ForAll("scenes") Scene scene, @ForAll @IntRange(min = 1, max = MINUTES) int minutes) {
    var oracle = new MinuteByMinute(scene.calendar(), scene.start(), MINUTES);
    int expected = oracle.openWithin(minutes);

    Duration counted =
        scene
            .calendar()
            .workingTimeBetween(scene.start(), scene.start().plus(minutes, ChronoUnit.MINUTES));

    assertEquals(Duration.ofMinutes(expected), counted);
  }

  @Property(seed = "20261102", tries = 400)
  void deadlines_agree_with_a_look_at_every_minute(
      @ForAll("scenes") Scene scene, @ForAll @IntRange(min = 1, max = MINUTES) int minutes) {
    var oracle = new MinuteByMinute(scene.calendar(), scene.start(), MINUTES);
    int open = oracle.openWithin(MINUTES);
    int wanted = open == 0 ? 0 : 1 + minutes % open;
    Instant expected = open == 0 ? scene.start() : oracle.endOfOpenMinute(wanted);

    Instant dueAt =
        scene.calendar().deadlineAfter(scene.start(), Duration.ofMinutes(wanted)).orElseThrow();

    assertEquals(expected, dueAt);
  }

  @Property(seed = "20261103", tries = 2000)
  void the_open_time_until_a_deadline_is_what_was_asked_for(
      @ForAll("scenes") Scene scene,
      @ForAll @LongRange(min = 0, max = 60_000_000_000_000L) long nanos,
      @ForAll @IntRange(max = 999_999_999) int fraction) {
    Duration working = Duration.ofNanos(nanos);
    Instant start = scene.start().plusNanos(fraction);

    Instant dueAt = scene.calendar().deadlineAfter(start, working).orElseThrow();

    assertEquals(working, scene.calendar().workingTimeBetween(start, dueAt));
  }

  @Property(seed = "20261104", tries = 2000)
  void a_deadline_is_the_earliest_instant_with_that_much_open_time(
      @ForAll("scenes") Scene scene,
      @ForAll @LongRange(min = 1, max = 60_000_000_000_000L) long nanos) {
    Duration working = Duration.ofNanos(nanos);

    Instant dueAt = scene.calendar().deadlineAfter(scene.start(), working).orElseThrow();

    Duration justBefore = scene.calendar().workingTimeBetween(scene.start(), dueAt.minusNanos(1));
    assertEquals(working.minusNanos(1), justBefore);
  }

  @Property(seed = "20261105", tries = 2000)
  void more_work_is_never_due_earlier(
      @ForAll("scenes") Scene scene,
      @ForAll @IntRange(max = 20_000) int less,
      @ForAll @IntRange(max = 20_000) int more) {
    Instant dueAt = due(scene, scene.start(), less);

    assertFalse(due(scene, scene.start(), less + more).isBefore(dueAt));
  }

  @Property(seed = "20261106", tries = 2000)
  void work_may_be_done_in_two_parts(
      @ForAll("scenes") Scene scene,
      @ForAll @IntRange(max = 10_000) int first,
      @ForAll @IntRange(min = 1, max = 10_000) int second) {
    Instant between = due(scene, scene.start(), first);

    assertEquals(due(scene, scene.start(), first + second), due(scene, between, second));
  }

  @Property(seed = "20261107", tries = 2000)
  void open_time_adds_up_over_any_split(
      @ForAll("scenes") Scene scene,
      @ForAll @IntRange(max = MINUTES * 60) int first,
      @ForAll @IntRange(max = MINUTES * 60) int second) {
    Instant middle = scene.start().plusSeconds(first);
    Instant end = middle.plusSeconds(second);
    BusinessCalendar calendar = scene.calendar();

    assertEquals(
        calendar.workingTimeBetween(scene.start(), end),
        calendar
            .workingTimeBetween(scene.start(), middle)
            .plus(calendar.workingTimeBetween(middle, end)));
  }

  @Property(seed = "20261108", tries = 1000)
  void a_timeline_is_gapless_and_counts_exactly_the_open_time(
      @ForAll("scenes") Scene scene, @ForAll @IntRange(min = 1, max = MINUTES * 60) int seconds) {
    Instant end = scene.start().plusSeconds(seconds);

    List<TimelineRow> rows =
        scene.calendar().timeline(scene.start(), end, Integer.MAX_VALUE).orElseThrow();

    Instant at = scene.start();
    Duration counted = Duration.ZERO;
    String before = "";
    for (TimelineRow row : rows) {
      assertEquals(at, row.from());
      assertTrue(row.until().isAfter(row.from()), "zero length");
      assertFalse(row.why().equals(before), "neighbours of the same reason");
      at = row.until();
      before = row.why();
      counted = counted.plus(row.counted());
    }
    assertEquals(end, at);
    assertEquals(scene.calendar().workingTimeBetween(scene.start(), end), counted);
  }

  @Provide
  Arbitrary<Scene> scenes() {
    return Arbitraries.of(ZONES)
        .flatMap(zone -> Arbitraries.longs().map(seed -> scene(zone, seed)));
  }

  private static Instant due(Scene scene, Instant start, int minutes) {
    return scene.calendar().deadlineAfter(start, Duration.ofMinutes(minutes)).orElseThrow();
  }

  private static Scene scene(String zone, long seed) {
    var random = new Random(seed);
    Instant anchor = EPOCH.plus(random.nextInt(50 * 365), ChronoUnit.DAYS);
    var transition = ZoneId.of(zone).getRules().nextTransition(anchor);
    Instant near = transition == null ? anchor : transition.getInstant();
    Instant start =
        near.truncatedTo(ChronoUnit.MINUTES).plus(random.nextInt(-4320, 1440), ChronoUnit.MINUTES);
    return new Scene(zone, seed, calendar(zone, random, start), start);
  }

  private static BusinessCalendar calendar(String zone, Random random, Instant start) {
    var calendar = Calendars.inZone(zone);
    for (var day : DayOfWeek.values()) {
      calendar.on(day.name().toLowerCase(Locale.ROOT), slots(random));
    }
    calendar.on("wednesday", "08:00-16:00");
    LocalDate today = LocalDate.ofInstant(start, ZoneId.of(zone));
    for (int i = 0; i < DAYS; i++) {
      if (random.nextInt(5) == 0) {
        calendar.holiday(today.plusDays(i).toString(), "h" + i % 3, slots(random));
      }
    }
    return calendar.build();
  }

  /** Up to three slots, with a liking for the small hours, where the clocks change. */
  private static String[] slots(Random random) {
    var times = new TreeSet<Integer>();
    while (times.size() < 2 * (random.nextInt(4))) {
      int limit = random.nextBoolean() ? 240 : 1440;
      times.add(random.nextInt(6) == 0 ? 1440 : 5 * random.nextInt(limit / 5));
    }
    var slots = new ArrayList<String>();
    while (times.size() > 1) {
      slots.add(time(times.pollFirst()) + "-" + time(times.pollFirst()));
    }
    return slots.toArray(String[]::new);
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
