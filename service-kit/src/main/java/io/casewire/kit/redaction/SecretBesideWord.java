package io.casewire.kit.redaction;

/**
 * Takes the secret that stands beside a word. Every repetition in the patterns of the rules is
 * possessive or bounded, and before a word only {@link #REACH} characters are searched: the work
 * per word is bounded, whatever the text.
 */
interface SecretBesideWord {

  /** How far before its word a secret may begin. */
  int REACH = 48;

  /** Returns whether a secret follows the word, be it taken now or before. */
  boolean takeAfter(FoldedText text, int wordEnd);

  /**
   * Returns whether a secret that was taken now precedes the word.
   *
   * @param from where to begin looking
   */
  boolean takeBefore(FoldedText text, int from, int wordStart);
}
