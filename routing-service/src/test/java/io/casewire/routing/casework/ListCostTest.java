package io.casewire.routing.casework;

import static io.casewire.routing.SeededCases.assertReads;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseStatus;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.SeededCases;
import io.casewire.routing.SeededCases.Plan;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.casewire.routing.casework.QueueLoads.QueueLoad;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list, a search or the board reads depends on what it shows, not on what is stored. */
@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ListCostTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAGE = 51;
  private static final Visible ALL = new Visible.All();
  private static final Visible AGENT = new Visible.Own("a1", Set.of("q1", "q2"));
  private static final Visible LEAD = new Visible.Own("nobody", Set.of("cost", "q1", "q2", "q3"));
  private static final Visible OF_NOTHING = new Visible.Own("nobody", Set.of("empty"));

  @Inject DataSource database;
  @Inject Transactions transactions;
  @Inject CaseReader reader;

  private SeededCases cases;

  @BeforeEach
  void two_hundred_thousand_cases() throws SQLException {
    cases = SeededCases.in(database);
  }

  @AfterEach
  void end() throws SQLException {
    cases.close();
  }

  @Test
  void a_list_reads_a_page_of_each_queue_and_of_the_owner() throws SQLException {
    assertReads("routing_case_pkey", PAGE, newest(filter(ALL, null, null, null)));
    assertReads("routing_case_queue", 3 * PAGE, newest(filter(AGENT, null, null, null)));
    assertReads("routing_case_queue", 5 * PAGE, newest(filter(LEAD, null, null, null)));
    assertReads("routing_case_queue", 0, newest(filter(OF_NOTHING, null, null, null)));
    assertReads("routing_case_queue", PAGE, newest(filter(ALL, null, "q1", null)));
    assertReads("routing_case_owner", PAGE, newest(filter(ALL, null, null, "a1")));
  }

  @Test
  void a_list_of_one_status_reads_a_page_of_each_queue_too() throws SQLException {
    CaseStatus rare = CaseStatus.PENDING;
    CaseStatus none = CaseStatus.SPAM;
    assertReads("routing_case_status", PAGE, newest(filter(ALL, rare, null, null)));
    assertReads("routing_case_status", 0, newest(filter(ALL, none, null, null)));
    assertReads("routing_case_queue_status", PAGE, newest(filter(ALL, rare, "q1", null)));
    assertReads("routing_case_\\w*status", 0, newest(filter(LEAD, none, null, null)));
    assertReads("routing_case_owner_status", PAGE, newest(filter(ALL, rare, null, "a1")));
    assertReads("routing_case_owner_status", 3 * PAGE, newest(filter(AGENT, rare, null, null)));
  }

  @Test
  void the_waiting_list_reads_a_page_of_each_queue_in_its_order() throws SQLException {
    int longest = WorkLists.LONGEST;
    assertReads(
        "routing_case_turn",
        2 * longest,
        cases.explain(WorkLists.CASES.formatted(WorkLists.WAITING_ANYWHERE), "a1"));
    assertReads(
        "routing_case_turn",
        2 * longest,
        cases.explain(
            WorkLists.CASES.formatted(WorkLists.WAITING_IN_QUEUES),
            "a1",
            new String[] {"cost", "q1"}));
    assertReads(
        "routing_case_turn",
        longest,
        cases.explain(WorkLists.COUNT.formatted(WorkLists.WAITING_ANYWHERE), "a1"));
  }

  @Test
  void the_list_of_an_agent_reads_what_is_open() throws SQLException {
    assertReads(
        "routing_case_owner_status",
        200,
        cases.explain(WorkLists.CASES.formatted(WorkLists.MINE), "a1"));
    assertReads(
        "routing_case_owner_status",
        0,
        cases.explain(WorkLists.CASES.formatted(WorkLists.MINE), "nobody"));
  }

  @Test
  void the_board_stops_counting_at_its_bound() throws SQLException {
    List<Plan> plans = cases.explain(QueueLoads.LOADS, (Object) new String[] {"cost", "empty"});

    for (String index :
        List.of(
            "routing_case_waiting",
            "routing_case_owned",
            "routing_case_queue_status",
            "routing_case_due")) {
      assertReads(index, 3 * QueueLoad.MOST_COUNTED, plans);
    }
  }

  @Test
  void a_rare_term_is_read_from_the_index_of_terms() throws SQLException {
    for (Visible visible : List.of(ALL, AGENT, OF_NOTHING)) {
      SearchStatement statement = statement(filter(visible, null, null, null));
      String sql = statement.having(new String[] {"w7", "cw"}, PAGE);
      assertReads("routing_case_pkey", 200, explain(sql, statement));
    }
  }

  @Test
  void a_frequent_term_is_looked_for_in_the_newest_cases_only() throws SQLException {
    int looked = CaseSearch.MOST_CASES;
    SearchStatement common = statement(filter(ALL, null, null, null));
    String sql = common.newestHaving(new String[] {"payment"}, looked, PAGE);
    assertReads("case_text_pkey", 5 * PAGE, explain(sql, common));

    SearchStatement nowhere = statement(filter(LEAD, null, null, null));
    sql = nowhere.newestHaving(new String[] {"payment", "nowhere"}, looked, PAGE);
    assertReads("case_text_pkey", 6 * looked, explain(sql, nowhere));
  }

  @Test
  void a_search_for_a_frequent_word_goes_on_behind_the_cases_that_it_has_searched() {
    // Given
    PageRequest request = PageRequest.of("50", null);
    List<CaseItem> found = new ArrayList<>();

    // When
    Page<CaseItem> first = search("ancient", request);
    Page<CaseItem> page = first;
    while (found.isEmpty() && page.nextCursor() != null) {
      page = search("ancient", PageRequest.of("50", page.nextCursor()));
      found.addAll(page.items());
    }

    // Then
    assertAll(
        () -> assertTrue(first.items().isEmpty(), "found in the newest cases"),
        () -> assertNotNull(first.nextCursor()),
        () -> assertEquals("CW-30000", found.getFirst().caseNumber()));
  }

  @Test
  void a_search_shows_the_newest_cases_first_and_ends() {
    Page<CaseItem> frequent = search("payment", PageRequest.of("50", null));
    Page<CaseItem> rare = search("w7", PageRequest.of("50", null));

    assertAll(
        () -> assertEquals("CW-200000", frequent.items().getFirst().caseNumber()),
        () -> assertEquals(50, frequent.items().size()),
        () -> assertNotNull(frequent.nextCursor()),
        () -> assertEquals("CW-195007", rare.items().getFirst().caseNumber()),
        () -> assertEquals(40, rare.items().size()),
        () -> assertNull(rare.nextCursor()));
  }

  private Page<CaseItem> search(String query, PageRequest page) {
    CaseFilter filter = new CaseFilter(ALL, null, null, null, null, query);
    return transactions
        .read(
            session ->
                PlainStatement.of(session, "set local search_path = " + SeededCases.SCHEMA)
                    .update()
                    .chain(() -> reader.list(session, filter, page)))
        .await()
        .atMost(PATIENCE);
  }

  private List<Plan> newest(CaseFilter filter) throws SQLException {
    SearchStatement statement = statement(filter);
    return explain(statement.newest(PAGE), statement);
  }

  private List<Plan> explain(String sql, SearchStatement statement) throws SQLException {
    return cases.explain(sql, statement.parameters().toArray());
  }

  private static SearchStatement statement(CaseFilter filter) {
    return new SearchStatement(filter, Optional.empty());
  }

  private static CaseFilter filter(
      Visible visible,
      @Nullable CaseStatus status,
      @Nullable String queue,
      @Nullable String owner) {
    return new CaseFilter(visible, status, queue, owner, null, null);
  }
}
