package io.casewire.servers.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  @Test
  void the_oldest_are_forgotten_but_numbers_go_on() {
    // Given
    var arrivals = new Arrivals(2, Clock.systemUTC());

    // When
    for (var recipient : List.of("a", "b", "c", "d")) {
      arrivals.add(recipient, "");
    }

    // Then
    assertEquals(List.of("c", "d"), recipients(arrivals.after(0, 10)));
    assertEquals(List.of("d"), recipients(arrivals.after(3, 10)));
    assertEquals(List.of(), recipients(arrivals.after(4, 10)));
  }

  private static List<String> recipients(List<Arrivals.Arrival> arrivals) {
    return arrivals.stream().map(Arrivals.Arrival::recipient).toList();
  }
}
