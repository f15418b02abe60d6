package io.casewire.kit.redaction;

/** What a redacted piece of text was. */
public enum SecretKind {
  /** A payment card number (ISO/IEC 7812); its first six and last four digits stay readable. */
  CARD("card"),
  /** A card verification value: three or four digits beside their word. */
  CVV("cvv"),
  /** A password or PIN beside its word. */
  PASSWORD("password"),
  /** A one-time code beside its word. */
  OTP("otp"),
  /** An international bank account number (ISO 13616). */
  IBAN("iban"),
  /** A Chinese resident identity number (GB 11643). */
  RESIDENT_ID("resident-id");

  private final String wireName;

  SecretKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name in placeholders, metrics and stored findings. */
  public String wireName() {
    return wireName;
  }

  /** What stands in the text instead of the secret; a card keeps a masked number instead. */
  String placeholder() {
    return "[redacted:" + wireName + "]";
  }
}
