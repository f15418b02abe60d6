package io.casewire.events.signed;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Names a case where a mail has room for little: {@code kid.case.mac}, in any case of letters. */
final class CaseToken {

  /** What a token looks like, to be matched without regard to case. */
  static final String FORM = "[a-z0-9]{1,8}\\.[a-z2-7]{26}\\.[a-z2-7]{16}";

  /** The longest token there is. */
  static final int MAX_LENGTH = 8 + 1 + Base32.UUID_LENGTH + 1 + 16;

  /** 80 bits: a guess can be tried only by sending a mail, and an address has little room. */
  private static final int MAC_BYTES = 10;

  private static final String NO_CONTEXT = "";

  private final SignedText text;

  CaseToken(KeyRing keys) {
    this.text = new SignedText(keys, "casewire case-token", MAC_BYTES);
  }

  String of(UUID caseId) {
    return text.sign(Base32.encode(caseId), NO_CONTEXT);
  }

  /** The case of a text that has the {@link #FORM}, if a key of the ring has signed it. */
  Optional<UUID> caseIdOf(String token) {
    return text.open(token.toLowerCase(Locale.ROOT), NO_CONTEXT).map(Base32::decodeUuid);
  }
}
