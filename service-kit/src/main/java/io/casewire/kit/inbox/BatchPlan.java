package io.casewire.kit.inbox;

import io.casewire.kit.parking.ParkedSubject;
import io.casewire.kit.parking.ParkingReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is to be done with a batch, given how far each stream was applied and what is parked. Pure:
 * it decides and leaves the doing to {@link Inbox}.
 *
 * <p>Per stream: a sequence up to the position is a duplicate, the next one is applied (or skipped,
 * when nobody here consumes its type; the position moves all the same), a later one means that its
 * predecessor is missing, and parks the subject. So does a sequence that belonged to another event.
 * A parked subject takes every later record of any source with it, but for the one missing event
 * that fills the gap.
 */
final class BatchPlan {

  private final Map<Stream, Position> positions;
  private final Map<String, ParkedSubject> parked;
  private final List<ReceivedEvent> toApply = new ArrayList<>();
  private final List<ToPark> toPark = new ArrayList<>();
  private final Set<String> gapsFilled = new HashSet<>();
  private int duplicates;
  private int conflicts;
  private int skipped;

  BatchPlan(Map<Stream, Position> positions, List<ParkedSubject> parked) {
    this.positions = new HashMap<>(positions);
    this.parked =
        parked.stream().collect(Collectors.toMap(ParkedSubject::subject, subject -> subject));
  }

  void add(ReceivedEvent event, Predicate<String> consumes) {
    Position position = positions.getOrDefault(event.stream(), Position.BEGINNING);
    long expected = position.sequence() + 1;
    long sequence = event.envelope().sequence();
    ParkedSubject waiting = parked.get(event.envelope().subject());
    if (position.isContradictedBy(event.envelope())) {
      conflicts++;
      park(event, waiting == null ? ParkingReason.CONFLICT : ParkingReason.BEHIND_PARKED);
    } else if (sequence < expected) {
      duplicates++;
    } else if (waiting != null && !fillsGap(waiting, event, expected)) {
      park(event, ParkingReason.BEHIND_PARKED);
    } else if (sequence > expected) {
      park(event, ParkingReason.GAP);
    } else {
      accept(event, consumes);
      if (waiting != null) {
        gapsFilled.add(waiting.subject());
      }
    }
  }

  private boolean fillsGap(ParkedSubject waiting, ReceivedEvent event, long expected) {
    return waiting.reason() == ParkingReason.GAP
        && waiting.source().equals(event.envelope().source())
        && event.envelope().sequence() == expected;
  }

  private void accept(ReceivedEvent event, Predicate<String> consumes) {
    positions.put(event.stream(), Position.of(event.envelope()));
    if (consumes.test(event.type())) {
      toApply.add(event);
    } else {
      skipped++;
    }
  }

  private void park(ReceivedEvent event, ParkingReason reason) {
    String subject = event.envelope().subject();
    parked.computeIfAbsent(
        subject, ignored -> new ParkedSubject(subject, event.envelope().source(), reason));
    toPark.add(new ToPark(event, reason));
  }

  List<ReceivedEvent> toApply() {
    return toApply;
  }

  List<ToPark> toPark() {
    return toPark;
  }

  /** The streams that are not where they were hoped to be, in lock order, and where they are. */
  Map<Stream, Position> corrections(Map<Stream, Position> hoped) {
    Map<Stream, Position> corrections = new TreeMap<>();
    hoped.forEach(
        (stream, last) -> {
          Position position = positions.getOrDefault(stream, Position.BEGINNING);
          if (!position.equals(last)) {
            corrections.put(stream, position);
          }
        });
    return corrections;
  }

  /** Subjects whose missing event has come: what waited behind it can be drained. */
  Set<String> gapsFilled() {
    return gapsFilled;
  }

  int duplicates() {
    return duplicates;
  }

  /** Events whose number belonged to another event. */
  int conflicts() {
    return conflicts;
  }

  int skipped() {
    return skipped;
  }

  record ToPark(ReceivedEvent event, ParkingReason reason) {}
}
