package io.casewire.sla.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The instants of local times in one zone. Days and instants are counted from the epoch, in days
 * and seconds.
 *
 * <p>A local time inside a gap is the transition's instant. A local time that happens twice is the
 * first one for an opening and the second one for a closing.
 *
 * <p>Remembers how long the current offset holds, so that an ordinary day costs one subtraction.
 * Not for use by several threads.
 */
final class LocalDays {

  static final int SECONDS_A_DAY = 86_400;

  private final ZoneRules rules;
  private long plainFrom;
  private long plainUntil;
  private int plainOffset;

  LocalDays(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** The local day that {@code instant} falls on. */
  static long dayOf(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate().toEpochDay();
  }

  /** When a slot of {@code day} opens that opens {@code minute} minutes after midnight. */
  long opening(long day, int minute) {
    return isPlain(day) ? plain(day, minute) : resolve(local(day, minute), true);
  }

  /** When a slot of {@code day} closes that closes {@code minute} minutes after midnight. */
  long closing(long day, int minute) {
    return isPlain(day) ? plain(day, minute) : resolve(local(day, minute), false);
  }

  private long plain(long day, int minute) {
    return local(day, minute) - plainOffset;
  }

  private static long local(long day, int minute) {
    return day * SECONDS_A_DAY + minute * 60L;
  }

  private boolean isPlain(long day) {
    if (day < plainFrom || day >= plainUntil) {
      findPlainDays(day);
    }
    return day < plainUntil;
  }

  // Offsets reach 18 hours, so a local day lies between one UTC day earlier and one later.
  private void findPlainDays(long day) {
    Instant before = Instant.ofEpochSecond((day - 1) * SECONDS_A_DAY);
    ZoneOffsetTransition next = rules.nextTransition(before);
    plainFrom = day;
    plainUntil =
        next == null ? Long.MAX_VALUE : Math.floorDiv(next.toEpochSecond(), SECONDS_A_DAY) - 1;
    plainOffset = rules.getOffset(before).getTotalSeconds();
  }

  private long resolve(long local, boolean opening) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
    ZoneOffsetTransition transition = rules.getTransition(time);
    if (transition == null) {
      return local - rules.getOffset(time).getTotalSeconds();
    }
    if (transition.isGap()) {
      return transition.toEpochSecond();
    }
    ZoneOffset offset = opening ? transition.getOffsetBefore() : transition.getOffsetAfter();
    return local - offset.getTotalSeconds();
  }
}
