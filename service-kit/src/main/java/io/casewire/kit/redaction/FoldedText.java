package io.casewire.kit.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A text as the finders see it: plain digits, small letters, no invisible characters, each
 * character with its place in the original. What a finder takes turns into {@link #BARRIER}, so
 * that the next ones neither find it again nor look across it.
 */
final class FoldedText implements CharSequence {

  /** Stands for text that is taken: not a digit, letter, blank or separator of anything. */
  static final char BARRIER = '\uE000';

  private final String original;
  private final char[] chars;
  private final int[] starts;
  private final int[] ends;
  private final int length;
  private final List<Replacement> replacements = new ArrayList<>();

  private record Replacement(int start, int end, SecretKind kind, String text) {}

  FoldedText(String original) {
    Folding folding = new Folding(original);
    this.original = original;
    this.chars = folding.chars();
    this.starts = folding.starts();
    this.ends = folding.ends();
    this.length = folding.length();
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
    replacements.add(new Replacement(starts[from], ends[to - 1], kind, replacement));
    hide(from, to);
  }

  /** Hides the characters from later finders and leaves them in the text. */
  void hide(int from, int to) {
    Arrays.fill(chars, from, to, BARRIER);
  }

  /** How many secrets were taken so far. */
  int claims() {
    return replacements.size();
  }

  /** The original with everything replaced that was claimed. */
  Redacted redacted() {
    if (replacements.isEmpty()) {
      return new Redacted(original, List.of());
    }
    replacements.sort(Comparator.comparingInt(Replacement::start));
    StringBuilder text = new StringBuilder(original.length() + 32);
    Map<SecretKind, Integer> counts = new EnumMap<>(SecretKind.class);
    int copied = 0;
    for (Replacement replacement : replacements) {
      int start = Math.max(copied, replacement.start);
      text.append(original, copied, start).append(replacement.text);
      copied = Math.max(copied, replacement.end);
      counts.merge(replacement.kind, 1, Integer::sum);
    }
    text.append(original, copied, original.length());
    List<Finding> findings = new ArrayList<>();
    counts.forEach((kind, count) -> findings.add(new Finding(kind, count)));
    return new Redacted(text.toString(), findings);
  }
}
