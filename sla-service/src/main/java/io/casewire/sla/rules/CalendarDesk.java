package io.casewire.sla.rules;

import io.casewire.kit.etag.ETags;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.calendar.BusinessCalendar;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps calendars. A definition that says nothing new makes no new version. */
@ApplicationScoped
class CalendarDesk {

  /** What an id looks like. */
  static final String ID = "[a-z0-9][a-z0-9._-]{0,63}";

  private final Transactions transactions;
  private final Definitions definitions;

  CalendarDesk(Transactions transactions, Definitions definitions) {
    this.transactions = transactions;
    this.definitions = definitions;
  }

  /**
   * @param version null for the current one
   */
  Uni<CalendarView> get(String id, @Nullable Long version) {
    if (!id.matches(ID)) {
      throw Problem.notFound();
    }
    return transactions
        .read(session -> CalendarTable.find(session, id, version))
        .map(found -> view(id, found.orElseThrow(Problem::notFound)));
  }

  Uni<Put<CalendarView>> define(String id, CalendarBody body, @Nullable String ifMatch, String by) {
    Definitions.requireValid(BusinessCalendar.of(id, 1, body.draft("")));
    return transactions.write(
        unitOfWork ->
            Turn.take(unitOfWork, "calendar " + id)
                .chain(() -> CalendarTable.find(unitOfWork.session(), id, null))
                .invoke(
                    known ->
                        ETags.require(
                            known.map(StoredVersion::version).orElse(ETags.NONE), ifMatch))
                .chain(known -> define(unitOfWork, known, id, body, by)));
  }

  private Uni<Put<CalendarView>> define(
      UnitOfWork unitOfWork,
      Optional<StoredVersion> known,
      String id,
      CalendarBody body,
      String by) {
    String definition = definitions.write(body);
    Uni<StoredVersion> defined =
        known.isPresent() && known.get().definition().equals(definition)
            ? Uni.createFrom().item(known.get())
            : CalendarTable.add(unitOfWork, id, versionOf(known) + 1, definition, by);
    return defined.map(stored -> new Put<>(known.isEmpty(), stored.version(), view(id, stored)));
  }

  private CalendarView view(String id, StoredVersion stored) {
    return CalendarView.of(id, stored, definitions.calendarBody(stored.definition()));
  }

  private static long versionOf(Optional<StoredVersion> known) {
    return known.map(StoredVersion::version).orElse(0L);
  }
}
