package io.casewire.kit.redaction;

/**
 * A secret by its place in the original, and what replaces it.
 *
 * @param end the place after its last character
 */
record Claim(int start, int end, SecretKind kind, String replacement) {

  boolean overlaps(Claim other) {
    return start < other.end && other.start < end;
  }

  /** One claim for two that overlap. Of two card numbers only the outermost digits are kept. */
  Claim joinedWith(Claim other) {
    if (equals(other)) {
      return this;
    }
    int from = Math.min(start, other.start);
    int to = Math.max(end, other.end);
    if (kind == SecretKind.CARD && other.kind == SecretKind.CARD) {
      String first = start <= other.start ? replacement : other.replacement;
      String last = end >= other.end ? replacement : other.replacement;
      return new Claim(from, to, kind, CardNumbers.joined(first, last));
    }
    SecretKind unmasked = kind == SecretKind.CARD ? other.kind : kind;
    return new Claim(from, to, unmasked, unmasked.placeholder());
  }
}
