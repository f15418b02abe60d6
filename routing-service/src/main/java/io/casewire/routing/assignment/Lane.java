package io.casewire.routing.assignment;

import io.casewire.routing.directory.LanguageLevel;
import io.casewire.routing.directory.Queue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The agents of a round as all cases of one language and one weight see them. Agents with room are
 * kept in the order of the ranking, so that a decision looks at the first few of them only.
 */
final class Lane {

  private static final Comparator<Contender> BY_ID =
      Comparator.comparing(contender -> contender.seat().id());

  private final int weight;
  private final Ranking ranking;
  private final int mostOfAKind;
  private final Map<Reason, Group> rejected = new LinkedHashMap<>();
  private final Map<String, Contender> onDuty = new HashMap<>();
  private final NavigableSet<Contender> free;
  private final NavigableSet<Contender> full = new TreeSet<>(BY_ID);
  private int freeAgents;
  private int fullAgents;

  /**
   * @param seats by id
   * @param mostOfAKind how many agents a choice names for each reason
   */
  Lane(
      List<Seat> seats,
      Queue queue,
      String language,
      int weight,
      Ranking ranking,
      int mostOfAKind) {
    this.weight = weight;
    this.ranking = ranking;
    this.mostOfAKind = mostOfAKind;
    this.free = new TreeSet<>(ranking);
    for (Seat seat : seats) {
      Optional<Reason> objection = FitRules.laneObjection(seat.atWork(), queue, language);
      if (objection.isPresent()) {
        rejected.computeIfAbsent(objection.get(), _ -> new Group()).add(seat, mostOfAKind);
      } else {
        onDuty.put(seat.id(), new Contender(seat, translates(seat, language)));
        insert(seat);
      }
    }
  }

  /** Whether an agent has room for a case; the agent may have declined it. */
  boolean isOpen() {
    return !free.isEmpty();
  }

  /** Takes an agent out of the order; to be called before the agent's load or turn changes. */
  void remove(Seat seat) {
    Contender contender = onDuty.get(seat.id());
    if (contender != null) {
      if (free.remove(contender)) {
        freeAgents -= seat.agents();
      } else if (full.remove(contender)) {
        fullAgents -= seat.agents();
      }
    }
  }

  /** Puts an agent into the order, if the agent is on duty here. */
  void insert(Seat seat) {
    Contender contender = onDuty.get(seat.id());
    if (contender == null) {
      return;
    }
    if (FitRules.hasRoom(seat.atWork(), seat.load(), weight).isEmpty()) {
      free.add(contender);
      freeAgents += seat.agents();
    } else {
      full.add(contender);
      fullAgents += seat.agents();
    }
  }

  /** The choice for a case that these agents have declined. */
  Choice choose(Set<String> declinedBy) {
    Set<Contender> declined = new TreeSet<>(BY_ID);
    declinedBy.stream().map(onDuty::get).filter(Objects::nonNull).forEach(declined::add);
    // The runner-up is needed even if no agent is to be named.
    List<Contender> best = first(free, declinedBy, 1 + Math.max(1, mostOfAKind));
    Map<Reason, Group> passedOver = new LinkedHashMap<>();
    if (!best.isEmpty()) {
      int others = freeAgents - agentsOf(free, declined) - best.getFirst().seat().agents();
      passedOver.put(
          Reason.RANKED_LOWER, Group.of(others, best.subList(1, best.size()), mostOfAKind));
    }
    Group decliners = new Group();
    declined.forEach(contender -> decliners.add(contender.seat(), mostOfAKind));
    passedOver.put(Reason.DECLINED, decliners);
    passedOver.put(
        Reason.AT_CAPACITY,
        Group.of(
            fullAgents - agentsOf(full, declined),
            first(full, declinedBy, mostOfAKind),
            mostOfAKind));
    passedOver.putAll(rejected);
    return new Choice(
        best.isEmpty() ? Optional.empty() : Optional.of(best.getFirst().seat()),
        best.size() < 2 ? Optional.empty() : ranking.tieBreak(best.get(0), best.get(1)),
        passedOver);
  }

  private static List<Contender> first(
      NavigableSet<Contender> contenders, Set<String> declinedBy, int most) {
    return contenders.stream()
        .filter(
            contender -> FitRules.hasNotDeclined(contender.seat().atWork(), declinedBy).isEmpty())
        .limit(most)
        .toList();
  }

  private static int agentsOf(NavigableSet<Contender> contenders, Set<Contender> declined) {
    return declined.stream()
        .filter(contenders::contains)
        .mapToInt(contender -> contender.seat().agents())
        .sum();
  }

  private static boolean translates(Seat seat, String language) {
    return seat.atWork().agent().speaks(language).equals(Optional.of(LanguageLevel.TRANSLATE));
  }

  /**
   * An agent who is on duty for the lane.
   *
   * @param translates whether the agent works in the lane's language only by translation
   */
  record Contender(Seat seat, boolean translates) {}

  /**
   * Which agent would get a case, and why each other agent would not.
   *
   * @param tieBreak what decided between two agents whom the strategy finds equal
   * @param passedOver the other agents by reason, those on duty first
   */
  record Choice(Optional<Seat> winner, Optional<String> tieBreak, Map<Reason, Group> passedOver) {}

  /** Agents who share a reason: how many they are, and the first few of them. */
  static final class Group {

    private final List<Seat> named = new ArrayList<>();
    private int count;

    static Group of(int count, List<Contender> first, int mostNamed) {
      Group group = new Group();
      group.count = count;
      first.stream().limit(mostNamed).map(Contender::seat).forEach(group.named::add);
      return group;
    }

    void add(Seat seat, int mostNamed) {
      count += seat.agents();
      if (named.size() < mostNamed) {
        named.add(seat);
      }
    }

    List<Seat> named() {
      return named;
    }

    int unnamed() {
      return count - named.size();
    }
  }
}
