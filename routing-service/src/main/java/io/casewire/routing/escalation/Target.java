package io.casewire.routing.escalation;

/** Whom a level of an escalation chain turns to. */
public sealed interface Target {

  /** The case's owner. */
  record Owner() implements Target {}

  /** Those who lead the case's queue. */
  record Lead() implements Target {}

  /** Those who lead the desk. */
  record Supervisor() implements Target {}

  /** Another queue, and those who lead it. */
  record OtherQueue(String queueId) implements Target {}

  /** One agent. */
  record OneAgent(String agentId) implements Target {}

  /**
   * Reads what a policy says: {@code owner}, {@code lead}, {@code supervisor}, {@code queue:<id>}
   * or an agent's id.
   */
  static Target parse(String text) {
    return switch (text) {
      case "owner" -> new Owner();
      case "lead" -> new Lead();
      case "supervisor" -> new Supervisor();
      case String queue when queue.startsWith("queue:") ->
          new OtherQueue(queue.substring("queue:".length()));
      case String agentId -> new OneAgent(agentId);
    };
  }
}
