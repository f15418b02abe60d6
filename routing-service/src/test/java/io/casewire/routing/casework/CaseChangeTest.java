package io.casewire.routing.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.id.Ids;
import io.casewire.routing.casework.CaseFilter.Visible;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseChangeTest {

  @Test
  void a_change_is_read_as_it_was_told() {
    CaseChange change = new CaseChange(Ids.next(), Set.of("zoe", "yan"), Set.of("cards"));
    CaseChange unowned = new CaseChange(Ids.next(), Set.of(), Set.of("cards"));

    assertEquals(change, CaseChange.parse(change.text()));
    assertEquals(unowned, CaseChange.parse(unowned.text()));
  }

  @Test
  void many_changes_are_told_in_pieces_that_the_database_takes() {
    List<CaseChange> changes =
        IntStream.range(0, 500)
            .mapToObj(i -> new CaseChange(Ids.next(), Set.of("agent-" + i), Set.of("cards")))
            .toList();

    List<String> payloads = CaseChange.payloads(changes);

    assertTrue(payloads.stream().allMatch(payload -> payload.length() < 8_000));
    assertEquals(changes, payloads.stream().flatMap(String::lines).map(CaseChange::parse).toList());
    assertEquals(List.of(), CaseChange.payloads(List.of()));
  }

  @Test
  void it_concerns_those_who_saw_the_case_before_or_see_it_now() {
    CaseChange change =
        new CaseChange(Ids.next(), Set.of("zoe", "yan"), Set.of("cards", "refunds"));

    assertTrue(change.concerns(new Visible.Own("yan", Set.of())));
    assertTrue(change.concerns(new Visible.Own("lea", Set.of("refunds"))));
    assertFalse(change.concerns(new Visible.Own("lea", Set.of("fraud"))));
    assertTrue(change.concerns(new Visible.All()));
    assertFalse(change.concerns(new Visible.Nothing()));
  }
}
