package io.casewire.routing.life;

import static io.casewire.events.CaseStatus.CLOSED;
import static io.casewire.events.CaseStatus.OPEN;
import static io.casewire.events.CaseStatus.PENDING;
import static io.casewire.events.CaseStatus.RESOLVED;
import static io.casewire.events.CaseStatus.SPAM;

import io.casewire.events.CaseStatus;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The life of a case as one table: for each status, where staff may move it, what staff may do, and
 * what a customer's message does. {@link Act} says who may. Pending may be set again, for a new
 * wake-up time. Two moves are made by timers alone: a pending case wakes up to open, a resolved one
 * closes when its reopen window has passed. The customer can close a case wherever staff can. An
 * answer that did not reach the customer opens a case again wherever it was over for staff alone.
 */
public enum LegalMoves {
  WHILE_OPEN(OPEN, to(PENDING, RESOLVED, CLOSED, SPAM), all(), Arrival.STAYS),
  WHILE_PENDING(PENDING, to(OPEN, PENDING, RESOLVED, CLOSED, SPAM), all(), Arrival.REOPENS),
  WHILE_RESOLVED(
      RESOLVED,
      to(OPEN, PENDING, CLOSED),
      acts(Act.REPLY, Act.TAKE, Act.GIVE, Act.CLASSIFY, Act.PRIORITIZE, Act.NOTE),
      Arrival.REOPENS_IN_TIME),
  ONCE_CLOSED(CLOSED, to(), acts(Act.NOTE), Arrival.REFUSED),
  ONCE_MERGED(CaseStatus.MERGED, to(), acts(Act.NOTE), Arrival.REFUSED),
  ONCE_SPAM(SPAM, to(), acts(Act.NOTE), Arrival.REFUSED);

  private final CaseStatus status;
  private final Set<CaseStatus> moves;
  private final Set<Act> acts;
  private final Arrival arrival;

  LegalMoves(CaseStatus status, Set<CaseStatus> moves, Set<Act> acts, Arrival arrival) {
    this.status = status;
    this.moves = moves;
    this.acts = acts;
    this.arrival = arrival;
  }

  /** The row of a status. */
  public static LegalMoves of(CaseStatus status) {
    return switch (status) {
      case OPEN -> WHILE_OPEN;
      case PENDING -> WHILE_PENDING;
      case RESOLVED -> WHILE_RESOLVED;
      case CLOSED -> ONCE_CLOSED;
      case MERGED -> ONCE_MERGED;
      case SPAM -> ONCE_SPAM;
    };
  }

  /** The statuses in which something may be done. */
  public static Set<CaseStatus> statusesFor(Act act) {
    return Arrays.stream(values())
        .filter(row -> row.allows(act))
        .map(row -> row.status)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseStatus.class)));
  }

  /** Where staff may move a case from here. */
  public Set<CaseStatus> moves() {
    return moves;
  }

  /**
   * Whether staff may do this here; setting the status always, since {@link #moves} says where to.
   */
  public boolean allows(Act act) {
    return act == Act.SET_STATUS || acts.contains(act);
  }

  /** Whether the customer can close a case from here. */
  boolean closesForCustomer() {
    return moves.contains(CLOSED);
  }

  /** Whether a case opens again when one of its answers turns out to be lost. */
  boolean reopensForLostAnswer() {
    return this == WHILE_PENDING || this == WHILE_RESOLVED || this == ONCE_CLOSED;
  }

  Arrival arrival() {
    return arrival;
  }

  /** What a customer's message does to a case. */
  enum Arrival {
    /** It is added to the case. */
    STAYS,
    /** It moves the case back to open. */
    REOPENS,
    /** The same, if it was received until the end of the reopen window; else it is refused. */
    REOPENS_IN_TIME,
    /** The case can not take it; intake finds it another. */
    REFUSED
  }

  private static Set<CaseStatus> to(CaseStatus... statuses) {
    Set<CaseStatus> set = EnumSet.noneOf(CaseStatus.class);
    set.addAll(Arrays.asList(statuses));
    return Collections.unmodifiableSet(set);
  }

  private static Set<Act> acts(Act... acts) {
    return Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(acts)));
  }

  private static Set<Act> all() {
    return Collections.unmodifiableSet(EnumSet.allOf(Act.class));
  }
}
