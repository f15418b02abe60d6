package io.casewire.kit.redaction;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Digits that follow each other with nothing but separators between them. Digits without a
 * separator between them form a group; only whole groups can be a number, since the middle of a
 * longer group is part of that group's own number.
 */
final class DigitRun {

  private final FoldedText text;
  private int[] places = new int[32];
  private boolean[] groupStarts = new boolean[32];
  private int size;
  private int end;

  private DigitRun(FoldedText text) {
    this.text = text;
  }

  /** Visits every run of the text, from the left. */
  static void forEach(FoldedText text, Consumer<DigitRun> visitor) {
    int at = 0;
    while (at < text.length()) {
      if (text.isDigit(at)) {
        DigitRun run = at(text, at);
        visitor.accept(run);
        at = run.end;
      }
      at++;
    }
  }

  private static DigitRun at(FoldedText text, int from) {
    DigitRun run = new DigitRun(text);
    int at = from;
    boolean groupStart = true;
    while (text.isDigit(at)) {
      run.append(at, groupStart);
      run.end = at + 1;
      at = Separators.skip(text, at + 1);
      groupStart = at != run.end;
    }
    return run;
  }

  private void append(int place, boolean groupStart) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      groupStarts = Arrays.copyOf(groupStarts, size * 2);
    }
    places[size] = place;
    groupStarts[size] = groupStart;
    size++;
  }

  int size() {
    return size;
  }

  /** The place in the text after the last digit. */
  int end() {
    return end;
  }

  int digit(int index) {
    return text.charAt(places[index]) - '0';
  }

  /** The number that {@code count} digits from {@code index} on form. */
  int number(int index, int count) {
    int number = 0;
    for (int i = index; i < index + count; i++) {
      number = number * 10 + digit(i);
    }
    return number;
  }

  /** The place in the text of a digit. */
  int place(int index) {
    return places[index];
  }

  boolean startsGroup(int index) {
    return groupStarts[index];
  }

  /** Whether a group ends before {@code index}. */
  boolean groupEndsBefore(int index) {
    return index == size || groupStarts[index];
  }

  /** The lengths of the groups from {@code from} to before {@code to}, as "4 6 5". */
  String shape(int from, int to) {
    StringBuilder shape = new StringBuilder();
    int groupStart = from;
    for (int i = from + 1; i <= to; i++) {
      if (groupEndsBefore(i)) {
        shape.append(shape.isEmpty() ? "" : " ").append(i - groupStart);
        groupStart = i;
      }
    }
    return shape.toString();
  }
}
