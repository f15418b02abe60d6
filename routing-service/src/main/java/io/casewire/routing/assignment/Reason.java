package io.casewire.routing.assignment;

/**
 * Why an agent did not get a case. The codes are fixed, clients show them.
 *
 * @param code for example {@code offline} or {@code lacks-language:zh}
 */
public record Reason(String code) {

  /** He does not work on the queue. */
  public static final Reason NOT_IN_QUEUE = new Reason("not-in-queue");

  /** He is not at work, or has left. */
  public static final Reason OFFLINE = new Reason("offline");

  /** He is at work and takes nothing at the moment. */
  public static final Reason AWAY = new Reason("away");

  /** He has declined this case. */
  public static final Reason DECLINED = new Reason("declined");

  /** With this case he would hold more than his capacity. */
  public static final Reason AT_CAPACITY = new Reason("at-capacity");

  /** He could have taken it; somebody else came first by the queue's strategy. */
  public static final Reason RANKED_LOWER = new Reason("ranked-lower");

  /** The queue asks for a skill that he does not have. */
  static Reason lacksSkill(String skill) {
    return new Reason("lacks-skill:" + skill);
  }

  /** He does not work in the case's language. */
  static Reason lacksLanguage(String language) {
    return new Reason("lacks-language:" + language);
  }
}
