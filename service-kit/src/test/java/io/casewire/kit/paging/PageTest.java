package io.casewire.kit.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void following_the_cursors_gives_every_row_once() {
    List<Integer> rows = IntStream.range(0, 10).boxed().toList();

    List<Integer> seen = new ArrayList<>();
    String cursor = null;
    do {
      PageRequest request = PageRequest.of("4", cursor);
      Page<Integer> page = Page.of(read(rows, request), request, Cursor::after);
      seen.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);

    assertEquals(rows, seen);
  }

  @Test
  void a_list_that_fits_the_page_has_no_next_one() {
    PageRequest request = PageRequest.of("3", null);

    assertNull(Page.of(List.of(1, 2, 3), request, Cursor::after).nextCursor());
  }

  @Test
  void a_page_has_fifty_items_unless_asked() {
    PageRequest request = PageRequest.of(null, null);

    assertEquals(50, request.limit());
    assertEquals(51, request.rowsToRead());
    assertTrue(request.after().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "5000000000", "1e2", "", "ten"})
  void a_limit_out_of_range_is_refused(String limit) {
    assertRefused("limit", () -> PageRequest.of(limit, null));
  }

  @Test
  void a_cursor_brings_back_the_sort_key() {
    Instant at = Instant.parse("2026-03-02T01:00:00.123456Z");
    UUID id = new UUID(1, 2);

    Cursor cursor = Cursor.decode(Cursor.after(at, id, 7L, "高").encode());

    assertEquals(at, cursor.instant(0));
    assertEquals(id, cursor.uuid(1));
    assertEquals(7, cursor.number(2));
    assertEquals("高", cursor.text(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "abc", "[", "null", "{}", "[null]", "[[]]", "[\"\\u0000\"]"})
  void a_cursor_that_no_list_gave_out_is_refused(String content) {
    String word = Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));

    assertRefused("cursor", () -> PageRequest.of(null, content));
    assertRefused("cursor", () -> PageRequest.of(null, word));
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    Cursor cursor = Cursor.decode(Cursor.after("x", "+1000000000-12-31T23:59:59Z").encode());

    assertRefused("cursor", () -> cursor.instant(0));
    assertRefused("cursor", () -> cursor.instant(1));
    assertRefused("cursor", () -> cursor.uuid(0));
    assertRefused("cursor", () -> cursor.number(0));
    assertRefused("cursor", () -> cursor.text(2));
  }

  private static List<Integer> read(List<Integer> rows, PageRequest request) {
    long after = request.after().map(cursor -> cursor.number(0)).orElse(-1L);
    return rows.stream().filter(row -> row > after).limit(request.rowsToRead()).toList();
  }

  private static void assertRefused(String field, Runnable use) {
    Problem problem = assertThrows(Problem.class, use::run);
    assertEquals(400, problem.status());
    assertEquals(field, problem.violations().getFirst().field());
  }
}
