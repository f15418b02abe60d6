package io.casewire.routing.life;

/**
 * How far staff have read and answered, in sequences of intake's events of the case.
 *
 * @param seen the last one that has been applied here: what an agent who writes now can have seen
 * @param answered how far the last reply answers; 0 before the first
 */
public record Reading(long seen, long answered) {

  Reading upTo(long sequence) {
    return new Reading(Math.max(seen, sequence), answered);
  }

  Reading replied() {
    return new Reading(seen, seen);
  }

  /** Whether a reply has answered the message that came with this sequence. */
  public boolean hasAnswered(long sequence) {
    return new Sight(answered).covers(sequence);
  }
}
