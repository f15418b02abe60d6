package io.casewire.notification.notice;

import io.casewire.events.RecipientKind;

/** Whom a notice is for. */
public sealed interface Recipient {

  /** What tells this recipient from all others of the same case. */
  String name();

  RecipientKind kind();

  /**
   * The customer of the case.
   *
   * @param name the mail address; the customer's id where there is none
   * @param language one of {@link Languages}
   */
  record Customer(String name, String language) implements Recipient {
    @Override
    public RecipientKind kind() {
      return RecipientKind.CUSTOMER;
    }
  }

  /**
   * A member of staff. Where his mail goes and which language he reads is looked up when it is
   * written: the directory may not know him yet.
   *
   * @param name the agent's id
   */
  record Agent(String name) implements Recipient {
    @Override
    public RecipientKind kind() {
      return RecipientKind.AGENT;
    }
  }
}
