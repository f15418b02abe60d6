package io.casewire.routing.casework;

import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds the cases that a filter wants, newest first: ids grow with time.
 *
 * <p>The cost is bounded. Rare terms are looked up in the index of terms. Frequent terms are looked
 * for in the newest cases only; when these hold less than a page, the page is short and its cursor
 * goes on behind the last case that was looked at.
 */
final class CaseSearch {

  /** So many texts can be fetched from anywhere within the time that a search may take. */
  static final int MOST_TEXTS = 10_000;

  /** How many of the newest cases are searched for frequent terms at once. */
  static final int MOST_CASES = 2_000;

  private static final Pattern ESTIMATE = Pattern.compile("rows=(\\d+)");

  private final CaseFilter filter;
  private final PageRequest page;

  CaseSearch(CaseFilter filter, PageRequest page) {
    this.filter = filter;
    this.page = page;
  }

  Uni<Page<CaseItem>> run(Mutiny.Session session) {
    if (filter.query() == null || filter.query().isBlank()) {
      return newest(session).chain(ids -> page(session, ids));
    }
    Set<String> query = SearchTerms.ofQuery(filter.query());
    // Without a single term every text would fit.
    if (query.isEmpty()) {
      return Uni.createFrom().item(new Page<>(List.of(), null));
    }
    String[] terms = query.toArray(String[]::new);
    return estimate(session, terms)
        .chain(
            texts ->
                texts <= MOST_TEXTS
                    ? with(session, terms).chain(ids -> page(session, ids))
                    : newestWith(session, terms));
  }

  private Uni<List<UUID>> newest(Mutiny.Session session) {
    SearchStatement statement = statement();
    return statement.ids(session, statement.newest(page.rowsToRead()));
  }

  private Uni<List<UUID>> with(Mutiny.Session session, String[] terms) {
    SearchStatement statement = statement();
    return statement.ids(session, statement.having(terms, page.rowsToRead()));
  }

  private Uni<Page<CaseItem>> newestWith(Mutiny.Session session, String[] terms) {
    SearchStatement statement = statement();
    return statement
        .ids(session, statement.newestHaving(terms, MOST_CASES, page.rowsToRead()))
        .chain(
            ids -> ids.size() < page.rowsToRead() ? shortPage(session, ids) : page(session, ids));
  }

  private Uni<Page<CaseItem>> shortPage(Mutiny.Session session, List<UUID> ids) {
    SearchStatement statement = statement();
    return statement
        .ids(session, statement.newest(MOST_CASES))
        .chain(
            searched ->
                read(session, ids)
                    .map(
                        items ->
                            new Page<>(
                                items,
                                searched.size() < MOST_CASES
                                    ? null
                                    : Cursor.after(searched.getLast()).encode())));
  }

  private Uni<Page<CaseItem>> page(Mutiny.Session session, List<UUID> ids) {
    return read(session, ids)
        .map(items -> Page.of(items, page, last -> Cursor.after(last.caseId())));
  }

  private SearchStatement statement() {
    return new SearchStatement(filter, page.after().map(cursor -> cursor.uuid(0)));
  }

  /** How many texts the database expects to have these terms, by its statistics. */
  private static Uni<Long> estimate(Mutiny.Session session, String[] terms) {
    return PlainStatement.of(
            session, "explain select 1 from case_text where terms @> cast($1 as text[])")
        .bind(terms)
        .column(String.class)
        .map(plan -> estimated(plan.getFirst()));
  }

  private static long estimated(String plan) {
    Matcher rows = ESTIMATE.matcher(plan);
    if (!rows.find()) {
      throw new IllegalStateException("a plan without an estimate");
    }
    return Long.parseLong(rows.group(1));
  }

  private static Uni<List<CaseItem>> read(Mutiny.Session session, List<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createSelectionQuery("from CaseEntity where id in (?1) order by id desc", CaseEntity.class)
        .setParameter(1, ids)
        .getResultList()
        .map(cases -> cases.stream().map(CaseEntity::item).toList());
  }
}
