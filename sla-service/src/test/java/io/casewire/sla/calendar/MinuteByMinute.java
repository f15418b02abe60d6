package io.casewire.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A slow second opinion: looks at every minute of a range by the wall clock alone.
 *
 * <p>A slot has opened once the wall clock has shown its opening time or a later one, and has not
 * closed while the wall clock will yet show its closing time. That says for gaps and overlaps what
 * the rule of transitions and offsets says, without looking at either. Wall-clock times are local
 * minutes since the epoch.
 */
final class MinuteByMinute {

  private static final int MARGIN = 2 * 24 * 60;
  private static final int MINUTES_A_DAY = 24 * 60;

  private final Instant first;
  private final boolean[] open;

  MinuteByMinute(BusinessCalendar calendar, Instant first, int minutes) {
    this.first = first;
    this.open = new boolean[minutes];
    long[] wall = wallClock(calendar.zone(), first.minus(Duration.ofMinutes(MARGIN)), minutes);
    long[] shown = latestSoFar(wall);
    long[] ahead = earliestFromNowOn(wall);
    for (int i = 0; i < minutes; i++) {
      int at = i + MARGIN;
      long earliestToCome = Math.min(wall[at] + 1, ahead[at + 1]);
      open[i] = isOpen(calendar, wall[at] / MINUTES_A_DAY, shown[at], earliestToCome);
    }
  }

  /** How many of the first {@code minutes} minutes are open. */
  int openWithin(int minutes) {
    int count = 0;
    for (int i = 0; i < minutes; i++) {
      count += open[i] ? 1 : 0;
    }
    return count;
  }

  /** When the n-th open minute ends. */
  Instant endOfOpenMinute(int n) {
    int left = n;
    for (int i = 0; i < open.length; i++) {
      left -= open[i] ? 1 : 0;
      if (left == 0) {
        return first.plus(Duration.ofMinutes(i + 1L));
      }
    }
    throw new IllegalArgumentException("the range has no " + n + " open minutes");
  }

  private static boolean isOpen(
      BusinessCalendar calendar, long today, long shown, long earliestToCome) {
    for (long day = today - 1; day <= today + 1; day++) {
      for (Slot slot : calendar.slotsOf(day)) {
        long midnight = day * MINUTES_A_DAY;
        if (shown >= midnight + slot.opens() && earliestToCome <= midnight + slot.closes()) {
          return true;
        }
      }
    }
    return false;
  }

  private static long[] wallClock(ZoneId zone, Instant from, int minutes) {
    var wall = new long[minutes + 2 * MARGIN];
    for (int i = 0; i < wall.length; i++) {
      var local = from.plus(Duration.ofMinutes(i)).atZone(zone).toLocalDateTime();
      wall[i] = local.toEpochSecond(ZoneOffset.UTC) / 60;
    }
    return wall;
  }

  private static long[] latestSoFar(long[] wall) {
    var latest = wall.clone();
    for (int i = 1; i < latest.length; i++) {
      latest[i] = Math.max(latest[i], latest[i - 1]);
    }
    return latest;
  }

  private static long[] earliestFromNowOn(long[] wall) {
    var earliest = wall.clone();
    for (int i = earliest.length - 2; i >= 0; i--) {
      earliest[i] = Math.min(earliest[i], earliest[i + 1]);
    }
    return earliest;
  }
}
