package io.casewire.kit.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.definition.DefinitionStore.Defined;
import io.casewire.kit.definition.DefinitionStore.Key;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class DefinitionStoreTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Transactions transactions;

  private final DefinitionStore store = new DefinitionStore(UUID.randomUUID().toString());

  @Test
  void what_was_defined_first_can_still_be_read_after_it_was_changed() {
    // Given
    define("hours", "nine to five", null);
    define("hours", "ten to six", null);

    // Then
    assertEquals("nine to five", find("hours", 1L).definition());
    assertEquals("ten to six", find("hours", null).definition());
    assertEquals(2, find("hours", null).version());
  }

  @Test
  void a_definition_that_says_nothing_new_makes_no_new_version() {
    assertTrue(define("hours", "nine to five", null).created());

    Defined again = define("hours", "nine to five", null);

    assertFalse(again.created());
    assertEquals(1, again.version().version());
  }

  @Test
  void a_definition_for_another_version_than_the_current_one_is_refused() {
    define("hours", "nine to five", null);
    define("hours", "ten to six", "\"1\"");

    Problem problem = assertThrows(Problem.class, () -> define("hours", "never", "\"1\""));

    assertEquals(412, problem.status());
    assertEquals("ten to six", find("hours", null).definition());
  }

  @Test
  void definitions_at_the_same_time_get_versions_without_gaps_and_twins() {
    List<Uni<Defined>> defining =
        IntStream.range(0, 12).mapToObj(i -> defining("hours", "from " + i, null)).toList();

    List<Long> versions =
        Uni.join().all(defining).andFailFast().await().atMost(PATIENCE).stream()
            .map(defined -> defined.version().version())
            .sorted()
            .toList();

    assertEquals(IntStream.rangeClosed(1, 12).mapToObj(Long::valueOf).toList(), versions);
  }

  @Test
  void a_list_has_the_current_version_of_each_and_goes_on_where_its_page_ended() {
    // Given
    List.of("c", "a", "b").forEach(id -> define(id, "first", null));
    define("a", "second", null);

    // When
    Page<DefinitionVersion> first = list(PageRequest.of("2", null));
    Page<DefinitionVersion> second = list(PageRequest.of("2", first.nextCursor()));

    // Then
    assertEquals(
        List.of("a second", "b first"),
        first.items().stream().map(one -> one.id() + " " + one.definition()).toList());
    assertEquals(List.of("c"), second.items().stream().map(DefinitionVersion::id).toList());
  }

  @Test
  void the_history_of_a_definition_begins_with_its_newest_version() {
    IntStream.range(0, 3).forEach(i -> define("hours", "from " + i, null));

    Page<DefinitionVersion> newest =
        read(session -> store.history(session, "hours", PageRequest.of("2", null)));

    assertEquals(List.of(3L, 2L), newest.items().stream().map(DefinitionVersion::version).toList());
    assertEquals(
        List.of(1L),
        read(session -> store.history(session, "hours", PageRequest.of("2", newest.nextCursor())))
            .items()
            .stream()
            .map(DefinitionVersion::version)
            .toList());
  }

  @Test
  void versions_that_decisions_have_named_are_found_together() {
    define("a", "first", null);
    define("a", "second", null);
    define("b", "other", null);

    List<DefinitionVersion> found =
        read(
            session ->
                store.find(session, List.of(new Key("a", 1), new Key("b", 1), new Key("c", 1))));

    assertEquals(
        List.of("first", "other"),
        found.stream().map(DefinitionVersion::definition).sorted().toList());
  }

  private Page<DefinitionVersion> list(PageRequest page) {
    return read(session -> store.list(session, page));
  }

  private DefinitionVersion find(String id, @Nullable Long version) {
    return read(session -> store.find(session, id, version)).orElseThrow();
  }

  private Defined define(String id, String definition, @Nullable String ifMatch) {
    return defining(id, definition, ifMatch).await().atMost(PATIENCE);
  }

  private Uni<Defined> defining(String id, String definition, @Nullable String ifMatch) {
    return transactions.write(
        unitOfWork -> store.define(unitOfWork, id, definition, "boss", ifMatch));
  }

  private <T> T read(Function<Mutiny.Session, Uni<T>> work) {
    return transactions.read(work).await().atMost(PATIENCE);
  }
}
