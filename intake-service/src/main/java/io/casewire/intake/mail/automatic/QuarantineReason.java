package io.casewire.intake.mail.automatic;

/** Why a readable mail goes to the quarantine instead of to a case. */
public enum QuarantineReason {
  /** It names nobody who could be answered. */
  NO_SENDER("no-sender"),
  /** It says it is from one of our own addresses. */
  OWN_ADDRESS("own-address"),
  /** It carries the loop header that we put on what we send. */
  LOOP("loop"),
  /** It is from a member of staff, who answers on the desk and is no customer. */
  FROM_STAFF("from-staff"),
  /** It has passed through more servers than any delivery needs. */
  TOO_MANY_HOPS("too-many-hops");

  private final String code;

  QuarantineReason(String code) {
    this.code = code;
  }

  /** The stable name, for the quarantine and the answer to the poster. */
  public String code() {
    return code;
  }
}
