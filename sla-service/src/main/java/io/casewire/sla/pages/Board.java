package io.casewire.sla.pages;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.Transactions;
import io.casewire.sla.rules.Rulebooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts the board together. */
@ApplicationScoped
class Board {

  private final Transactions transactions;
  private final Rulebooks rulebooks;
  private final Clock time;

  Board(Transactions transactions, Rulebooks rulebooks, Clock time) {
    this.transactions = transactions;
    this.rulebooks = rulebooks;
    this.time = time;
  }

  /**
   * A page of the board.
   *
   * @param cursor of the page; empty for the first one
   */
  Uni<BoardView> read(Caller caller, BoardFilter filter, String cursor, Spans spans) {
    PageRequest page = PageRequest.of(null, cursor.isEmpty() ? null : cursor);
    return transactions.read(
        session ->
            BoardReader.queues(session, caller)
                .chain(
                    queues ->
                        BoardReader.clocks(session, caller, filter, page)
                            .chain(rows -> view(session, filter, cursor, queues, rows, spans))));
  }

  private Uni<BoardView> view(
      Mutiny.Session session,
      BoardFilter filter,
      String cursor,
      List<String> queues,
      Page<BoardRow> page,
      Spans spans) {
    return rulebooks
        .load(session, page.items().stream().map(row -> row.clock().terms()).toList())
        .map(rules -> BoardView.of(filter, cursor, queues, page, rules, time.instant(), spans));
  }
}
