package io.casewire.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor asks for the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Makes a page of the rows that {@link PageRequest#rowsToRead} asked for.
   *
   * @param cursorOf the position of a row in the list's order
   */
  public static <R> Page<R> of(
      List<R> rows, PageRequest request, Function<? super R, Cursor> cursorOf) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    List<R> items = rows.subList(0, request.limit());
    return new Page<>(items, cursorOf.apply(items.getLast()).encode());
  }

  /** The same page with each item turned into something else. */
  public <U> Page<U> map(Function<? super T, ? extends U> change) {
    return new Page<>(items.stream().<U>map(change).toList(), nextCursor);
  }
}
