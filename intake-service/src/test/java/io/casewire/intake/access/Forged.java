package io.casewire.intake.access;

/** Tokens that nobody has signed. */
public final class Forged {

  /** Inside the signature: some bits of its last character mean nothing. */
  private static final int FROM_THE_END = 5;

  private Forged() {}

  /** The token with another signature, whatever it was. */
  public static String of(String token) {
    int place = token.length() - FROM_THE_END;
    char other = token.charAt(place) == 'a' ? 'b' : 'a';
    return token.substring(0, place) + other + token.substring(place + 1);
  }
}
