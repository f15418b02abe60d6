package io.casewire.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.parking.ParkedSubject;
import io.casewire.kit.parking.ParkingReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

  private static final String ROUTING = "/casewire/routing";
  private static final String INTAKE = "/casewire/intake";
  private static final String CASE = "case-1";

  @Test
  void the_next_event_of_a_stream_is_applied_and_moves_its_position() {
    // Given
    BatchPlan plan = planWith(Map.of(new Stream(INTAKE, CASE), at(4)));

    // When
    add(plan, INTAKE, 5);
    add(plan, INTAKE, 6);

    // Then
    assertEquals(List.of(5L, 6L), applied(plan));
    assertEquals(Map.of(), plan.corrections(Map.of(new Stream(INTAKE, CASE), at(6))));
  }

  @Test
  void a_sequence_up_to_the_position_is_a_duplicate_and_moves_nothing() {
    // Given
    BatchPlan plan = planWith(Map.of(new Stream(INTAKE, CASE), at(4)));

    // When
    add(plan, INTAKE, 3);
    add(plan, INTAKE, 4);

    // Then
    assertEquals(2, plan.duplicates());
    assertEquals(List.of(), applied(plan));
    Stream stream = new Stream(INTAKE, CASE);
    assertEquals(Map.of(stream, at(4)), plan.corrections(Map.of(stream, at(9))));
  }

  @Test
  void the_same_event_twice_in_a_batch_is_applied_once() {
    // Given
    BatchPlan plan = planWith(Map.of());

    // When
    add(plan, INTAKE, 1);
    add(plan, INTAKE, 1);

    // Then
    assertEquals(List.of(1L), applied(plan));
    assertEquals(1, plan.duplicates());
  }

  @Test
  void an_event_behind_a_gap_is_parked_and_takes_the_subject_with_it_whatever_the_source() {
    // Given
    BatchPlan plan = planWith(Map.of(new Stream(INTAKE, CASE), at(1)));

    // When
    add(plan, INTAKE, 3);
    add(plan, ROUTING, 1);

    // Then
    assertEquals(List.of(), applied(plan));
    assertEquals(List.of(ParkingReason.GAP, ParkingReason.BEHIND_PARKED), reasons(plan));
    Stream stream = new Stream(INTAKE, CASE);
    assertEquals(Map.of(stream, at(1)), plan.corrections(Map.of(stream, at(9))));
  }

  @Test
  void another_subject_goes_on_while_one_is_parked() {
    // Given
    BatchPlan plan = planWith(Map.of());

    // When
    add(plan, INTAKE, 2);
    plan.add(Events.event(INTAKE, "case-2", 1), type -> true);

    // Then
    assertEquals(List.of(1L), applied(plan));
  }

  @Test
  void the_missing_event_fills_the_gap_of_a_parked_subject_and_asks_for_draining() {
    // Given
    BatchPlan plan =
        new BatchPlan(
            Map.of(new Stream(INTAKE, CASE), at(1)),
            List.of(new ParkedSubject(CASE, INTAKE, ParkingReason.GAP)));

    // When
    add(plan, INTAKE, 2);

    // Then
    assertEquals(List.of(2L), applied(plan));
    assertEquals(Set.of(CASE), plan.gapsFilled());
  }

  @Test
  void what_follows_the_filled_gap_in_the_same_batch_waits_its_turn_behind_the_parked() {
    // Given
    BatchPlan plan =
        new BatchPlan(
            Map.of(new Stream(INTAKE, CASE), at(1)),
            List.of(new ParkedSubject(CASE, INTAKE, ParkingReason.GAP)));

    // When
    add(plan, INTAKE, 2);
    add(plan, ROUTING, 1);

    // Then
    assertEquals(List.of(ParkingReason.BEHIND_PARKED), reasons(plan));
  }

  @Test
  void nothing_passes_a_subject_that_is_parked_for_poison() {
    // Given
    BatchPlan plan =
        new BatchPlan(
            Map.of(new Stream(INTAKE, CASE), at(1)),
            List.of(new ParkedSubject(CASE, INTAKE, ParkingReason.POISON)));

    // When
    add(plan, INTAKE, 2);

    // Then
    assertEquals(List.of(), applied(plan));
    assertEquals(List.of(ParkingReason.BEHIND_PARKED), reasons(plan));
  }

  @Test
  void an_event_nobody_consumes_is_skipped_and_still_moves_the_position() {
    // Given
    BatchPlan plan = planWith(Map.of());

    // When
    plan.add(Events.event(INTAKE, CASE, 1), type -> false);
    add(plan, INTAKE, 2);

    // Then
    assertEquals(1, plan.skipped());
    assertEquals(List.of(2L), applied(plan));
    assertTrue(plan.toPark().isEmpty());
  }

  @Test
  void an_event_under_the_number_of_another_one_is_no_duplicate_and_parks_its_subject() {
    // Given
    BatchPlan plan = planWith(Map.of(new Stream(INTAKE, CASE), new Position(4, new UUID(4, 4))));

    // When
    add(plan, INTAKE, 4);
    add(plan, INTAKE, 5);

    // Then
    assertEquals(List.of(ParkingReason.CONFLICT, ParkingReason.BEHIND_PARKED), reasons(plan));
    assertEquals(0, plan.duplicates());
    assertEquals(1, plan.conflicts());
  }

  private static Position at(long sequence) {
    return Position.of(Events.event(INTAKE, CASE, sequence).envelope());
  }

  private static BatchPlan planWith(Map<Stream, Position> positions) {
    return new BatchPlan(positions, List.of());
  }

  private static void add(BatchPlan plan, String source, long sequence) {
    plan.add(Events.event(source, CASE, sequence), type -> true);
  }

  private static List<Long> applied(BatchPlan plan) {
    return plan.toApply().stream().map(event -> event.envelope().sequence()).toList();
  }

  private static List<ParkingReason> reasons(BatchPlan plan) {
    return plan.toPark().stream().map(BatchPlan.ToPark::reason).toList();
  }
}
