package io.casewire.routing.life;

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
