package io.casewire.intake.mailbox;

import jakarta.mail.MessagingException;

/** Searches ascending numbers, each of which costs a question to the server. */
final class Ascending {

  private Ascending() {}

  /** Asks for one of the numbers. */
  @FunctionalInterface
  interface Numbers {

    /**
     * @param place from 1
     */
    long at(int place) throws MessagingException;
  }

  /**
   * The first place whose number is above {@code bound}; {@code count + 1} if there is none. Starts
   * from the end, where it nearly always is, and needs few questions wherever it is.
   */
  static int firstAbove(long bound, int count, Numbers numbers) throws MessagingException {
    int above = count + 1;
    int below = count;
    for (int step = 1; below >= 1 && numbers.at(below) > bound; step *= 2) {
      above = below;
      below -= step;
    }
    below = Math.max(below, 0);
    while (above - below > 1) {
      int middle = (above + below) >>> 1;
      if (numbers.at(middle) > bound) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return above;
  }
}
