package io.casewire.sla.rules;

import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.sla.calendar.BusinessCalendar;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
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
        .read(session -> Definitions.CALENDARS.find(session, id, version))
        .map(found -> view(found.orElseThrow(Problem::notFound)));
  }

  Uni<Page<CalendarView>> list(PageRequest page) {
    return transactions
        .read(session -> Definitions.CALENDARS.list(session, page))
        .map(found -> found.map(this::view));
  }

  Uni<Response> define(String id, CalendarBody body, @Nullable String ifMatch, String by) {
    Definitions.requireValid(BusinessCalendar.of(id, 1, body.draft("")));
    String definition = definitions.write(body);
    return transactions
        .write(unitOfWork -> Definitions.CALENDARS.define(unitOfWork, id, definition, by, ifMatch))
        .map(defined -> defined.respond(view(defined.version())));
  }

  private CalendarView view(DefinitionVersion stored) {
    return CalendarView.of(stored, definitions.calendarBody(stored.definition()));
  }
}
