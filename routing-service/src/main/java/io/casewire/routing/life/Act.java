package io.casewire.routing.life;

/** What staff can do with a case, and who may. */
public enum Act {
  /** Answer the customer; on a case that nobody owns this also takes it. */
  REPLY(Right.WORK),
  SET_STATUS(Right.WORK),
  /** Become the owner. */
  TAKE(Right.WORK),
  /** Make somebody else the owner. */
  GIVE(Right.LEAD),
  /** Put it into a queue, without an owner. */
  ENQUEUE(Right.WORK),
  /** Give back what one was assigned. */
  DECLINE(Right.OWN),
  CLASSIFY(Right.WORK),
  PRIORITIZE(Right.WORK),
  NOTE(Right.SEE);

  private final Right right;

  Act(Right right) {
    this.right = right;
  }

  /** Who may. */
  public Right right() {
    return right;
  }
}
