package io.casewire.acceptance.load;

import java.util.UUID;

/** How the customers of one channel reach the desk. */
interface CustomerVoice {

  /** Writes the first message; returns at once, and the ledger learns what becomes of it. */
  void open(Customer customer);

  /** The customer was answered for the first time; he writes again if he is one who does. */
  void answered(Customer customer, UUID caseId);

  /** How often something was sent again because nobody had answered for good. */
  long retries();
}
