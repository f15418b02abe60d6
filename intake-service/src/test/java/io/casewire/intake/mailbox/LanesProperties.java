package io.casewire.intake.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class LanesProperties {

  private static final Comparator<Item> BY_NUMBER = Comparator.comparingInt(Item::number);

  private record Item(int number, Set<String> names) {}

  @Property(seed = "20261127")
  void everything_is_in_one_lane_in_its_order_and_lanes_have_no_name_in_common(
      @ForAll @Size(max = 40)
          List<
                  @Size(max = 3) Set<
                      @StringLength(min = 1, max = 2) @CharRange(from = 'a', to = 'f') String>>
              namesOfItems) {
    List<Item> items =
        IntStream.range(0, namesOfItems.size())
            .mapToObj(number -> new Item(number, namesOfItems.get(number)))
            .toList();

    List<List<Item>> lanes = Lanes.of(items, Item::names);

    assertEquals(items, lanes.stream().flatMap(List::stream).sorted(BY_NUMBER).toList());
    for (List<Item> lane : lanes) {
      assertEquals(lane.stream().sorted(BY_NUMBER).toList(), lane);
      lanes.stream().filter(other -> other != lane).forEach(other -> assertStrangers(lane, other));
    }
  }

  @Property(seed = "20261127")
  void strangers_are_in_lanes_of_their_own(
      @ForAll @Size(max = 40) Set<@StringLength(min = 1, max = 6) String> names) {
    List<Item> items = names.stream().map(name -> new Item(0, Set.of(name))).toList();

    List<List<Item>> lanes = Lanes.of(items, Item::names);

    assertTrue(lanes.stream().allMatch(lane -> lane.size() == 1));
  }

  private static void assertStrangers(List<Item> lane, List<Item> other) {
    Set<String> names =
        lane.stream().flatMap(item -> item.names().stream()).collect(Collectors.toSet());
    other.forEach(item -> assertTrue(Collections.disjoint(names, item.names())));
  }
}
