package io.casewire.intake.mailbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sorts what may be done side by side from what must be done in order. */
final class Lanes {

  private Lanes() {}

  /**
   * Lanes that have no name in common, not even by way of others. All items are in one lane each,
   * in the order in which they came.
   */
  static <T> List<List<T>> of(List<T> items, Function<T, Set<String>> names) {
    int[] leader = IntStream.range(0, items.size()).toArray();
    Map<String, Integer> firstWith = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      for (String name : names.apply(items.get(i))) {
        Integer other = firstWith.putIfAbsent(name, i);
        if (other != null) {
          join(leader, i, other);
        }
      }
    }
    Map<Integer, List<T>> lanes = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      lanes.computeIfAbsent(find(leader, i), ignored -> new ArrayList<>()).add(items.get(i));
    }
    return List.copyOf(lanes.values());
  }

  private static void join(int[] leader, int one, int other) {
    int a = find(leader, one);
    int b = find(leader, other);
    leader[Math.max(a, b)] = Math.min(a, b);
  }

  private static int find(int[] leader, int item) {
    int found = item;
    while (leader[found] != found) {
      leader[found] = leader[leader[found]];
      found = leader[found];
    }
    return found;
  }
}
