package io.casewire.sla.audit;

import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all open cases, and after them through all alarm timers, a stretch for each page. So
 * a page costs the same however many cases are open, and may well be empty.
 */
@ApplicationScoped
class Audit {

  private static final String CASES = "cases";
  private static final String TIMERS = "timers";

  /** How many cases or timers a page looks at. */
  private static final int STRETCH = 2_000;

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  /** Keys are UUIDs in lower case. */
  private static final String LAST_KEY = AFTER_ALL.toString();

  private final Transactions transactions;

  Audit(Transactions transactions) {
    this.transactions = transactions;
  }

  Uni<Page<Forgotten>> read(PageRequest page) {
    Cursor after = page.after().orElse(Cursor.after(CASES, BEFORE_ALL, BEFORE_ALL));
    return transactions.read(
        session ->
            switch (after.text(0)) {
              case CASES -> cases(session, after.uuid(1), after.uuid(2), page);
              case TIMERS -> timers(session, after.uuid(1).toString(), page);
              default -> throw Problem.invalid("cursor", "was not given out by this list");
            });
  }

  private static Uni<Page<Forgotten>> cases(
      Mutiny.Session session, UUID caseId, UUID clockId, PageRequest page) {
    return ForgottenCases.endOfCases(session, caseId, STRETCH)
        .chain(
            end ->
                ForgottenCases.cases(
                        session, caseId, clockId, end.orElse(AFTER_ALL), page.rowsToRead())
                    .map(found -> page(found, page, Audit::afterClock, afterCases(end))));
  }

  /** What is about no clock is alone in its case. */
  private static Cursor afterClock(Forgotten found) {
    return Cursor.after(
        CASES, found.caseId(), Optional.ofNullable(found.clockId()).orElse(AFTER_ALL));
  }

  private static Cursor afterCases(Optional<UUID> end) {
    return end.map(last -> Cursor.after(CASES, last, AFTER_ALL))
        .orElse(Cursor.after(TIMERS, BEFORE_ALL));
  }

  private static Uni<Page<Forgotten>> timers(
      Mutiny.Session session, String after, PageRequest page) {
    return ForgottenCases.endOfTimers(session, after, STRETCH)
        .chain(
            end ->
                ForgottenCases.timers(session, after, end.orElse(LAST_KEY), page.rowsToRead())
                    .map(
                        found ->
                            page(
                                found,
                                page,
                                timer -> Cursor.after(TIMERS, timer.caseId()),
                                end.map(key -> Cursor.after(TIMERS, key)).orElse(null))));
  }

  /** What did not fit is on the next page, else that begins with the next stretch. */
  private static Page<Forgotten> page(
      List<Forgotten> found,
      PageRequest page,
      Function<Forgotten, Cursor> cursorOf,
      @Nullable Cursor nextStretch) {
    Page<Forgotten> full = Page.of(found, page, cursorOf);
    return full.nextCursor() != null || nextStretch == null
        ? full
        : new Page<>(found, nextStretch.encode());
  }
}
