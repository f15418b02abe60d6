package io.casewire.kit.paging;

import io.casewire.kit.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which page of a list a client wants. */
public final class PageRequest {

  /** The most items that a page may have. */
  public static final int MAXIMUM_LIMIT = 200;

  private static final int DEFAULT_LIMIT = 50;

  private final int limit;
  private final @Nullable Cursor after;

  private PageRequest(int limit, @Nullable Cursor after) {
    this.limit = limit;
    this.after = after;
  }

  /**
   * Reads the query parameters {@code limit} and {@code cursor}, which are null when absent.
   *
   * @throws Problem 400 if one is not valid
   */
  public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
    return new PageRequest(
        limit == null ? DEFAULT_LIMIT : parseLimit(limit),
        cursor == null ? null : Cursor.decode(cursor));
  }

  /** The most items that the page is to have. */
  public int limit() {
    return limit;
  }

  /** How many rows to read: one more than wanted tells whether there is a next page. */
  public int rowsToRead() {
    return limit + 1;
  }

  /** Where the page begins; empty for the first page. */
  public Optional<Cursor> after() {
    return Optional.ofNullable(after);
  }

  private static int parseLimit(String text) {
    // At most three digits, so parsing can't overflow.
    int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAXIMUM_LIMIT) {
      throw Problem.invalid("limit", "must be a number from 1 to " + MAXIMUM_LIMIT);
    }
    return limit;
  }
}
