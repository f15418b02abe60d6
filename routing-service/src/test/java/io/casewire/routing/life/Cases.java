package io.casewire.routing.life;

import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.time.Duration;
import java.time.Instant;

/** One case for tests, in any status, and the people around it. */
final class Cases {

  static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");
  static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
  static final Duration WINDOW = Duration.ofDays(14);
  static final Instant REOPEN_UNTIL = NOW.plus(WINDOW);
  static final Instant WAKE_AT = Instant.parse("2026-03-05T08:00:00Z");

  static final Actor OWNER = new Actor("mei", Actor.Authority.MEMBER);
  static final Actor COLLEAGUE = new Actor("jon", Actor.Authority.MEMBER);
  static final Actor LEAD = new Actor("ada", Actor.Authority.LEAD);
  static final Actor STRANGER = new Actor("eve", Actor.Authority.NONE);

  private static final Label LABEL = new Label(Priority.NORMAL, Category.REFUND, "zh");

  private Cases() {}

  static CaseState owned(CaseStatus status) {
    return in(status, "mei");
  }

  static CaseState unowned(CaseStatus status) {
    return in(status, null);
  }

  private static CaseState in(CaseStatus status, String owner) {
    return new CaseState(
        Phase.of(status, REOPEN_UNTIL, WAKE_AT, false),
        new Place(owner, "refunds", OPENED),
        LABEL,
        new Reading(3, 1),
        0);
  }
}
