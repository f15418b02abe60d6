package io.casewire.intake.conversation;

/** What is known of an agent's answer in a chat. It is decided once and stays. */
enum Delivery {
  /** The customer's client has not shown it yet. */
  AWAITED,
  /** It has. */
  DELIVERED,
  /** It did not in time: the answer goes by mail. */
  UNDELIVERED
}
