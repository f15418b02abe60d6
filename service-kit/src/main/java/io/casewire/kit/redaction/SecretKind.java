package io.casewire.kit.redaction;

import io.casewire.events.wire.WireName;

/** What a redacted piece of text was. */
public enum SecretKind implements WireName {
  /** A payment card number (ISO/IEC 7812); its first six and last four digits stay readable. */
  CARD,
  /** A card verification value: three or four digits beside their word. */
  CVV,
  /** A password or PIN beside its word. */
  PASSWORD,
  /** A one-time code beside its word. */
  OTP,
  /** An international bank account number (ISO 13616). */
  IBAN,
  /** A Chinese resident identity number (GB 11643). */
  RESIDENT_ID;

  /** What stands in the text instead of the secret; a card keeps a masked number instead. */
  String placeholder() {
    return "[redacted:" + wireName() + "]";
  }
}
