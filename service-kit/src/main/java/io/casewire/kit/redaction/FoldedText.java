package io.casewire.kit.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a text as the finders see it: plain digits, small letters, no invisible characters,
 * each character with its place in the original. What a finder takes turns into {@link #BARRIER},
 * so that the next ones neither find it again nor look across it.
 */
final class FoldedText implements CharSequence {

  /** Stands for text that is taken: not a digit, letter, blank or separator of anything. */
  static final char BARRIER = '\uE000';

  private final char[] chars;
  private final int[] starts;
  private final int[] ends;
  private final int length;
  private final int originalEnd;
  private final List<Claim> claims = new ArrayList<>();

  /**
   * Folds a part of a text.
   *
   * @param from where in the original the part begins
   * @param most folded characters that it has
   */
  FoldedText(String original, int from, int most) {
    Folding folding = new Folding(original, from, most);
    this.chars = folding.chars();
    this.starts = folding.starts();
    this.ends = folding.ends();
    this.length = folding.length();
    this.originalEnd = folding.read();
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public String subSequence(int from, int to) {
    return new String(chars, from, to - from);
  }

  @Override
  public String toString() {
    return subSequence(0, length);
  }

  boolean isDigit(int index) {
    return index >= 0 && index < length && chars[index] >= '0' && chars[index] <= '9';
  }

  boolean contains(char wanted) {
    for (int i = 0; i < length; i++) {
      if (chars[i] == wanted) {
        return true;
      }
    }
    return false;
  }

  boolean containsDigit(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isDigit(i)) {
        return true;
      }
    }
    return false;
  }

  /** Takes the characters out of the text and puts the kind's placeholder in their place. */
  void claim(int from, int to, SecretKind kind) {
    claim(from, to, kind, kind.placeholder());
  }

  /** Takes the characters out of the text and puts {@code replacement} in their place. */
  void claim(int from, int to, SecretKind kind, String replacement) {
    claims.add(new Claim(starts[from], ends[to - 1], kind, replacement));
    hide(from, to);
  }

  /**
   * Takes more characters of a password that begins in an earlier part of the text.
   *
   * @param start where in the original it begins
   */
  void claimRest(int start, int from, int to) {
    claims.add(
        new Claim(start, ends[to - 1], SecretKind.PASSWORD, SecretKind.PASSWORD.placeholder()));
    hide(from, to);
  }

  /** Hides the characters from later finders and leaves them in the text. */
  void hide(int from, int to) {
    Arrays.fill(chars, from, to, BARRIER);
  }

  /** The secrets that were taken so far. */
  List<Claim> claims() {
    return claims;
  }

  /** Where in the original a character begins. */
  int originalStart(int index) {
    return starts[index];
  }

  /** Where in the original this part ends. */
  int originalEnd() {
    return originalEnd;
  }

  /** The first character that begins at a place of the original, or after it. */
  int indexOf(int originalPlace) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < originalPlace) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
