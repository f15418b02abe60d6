package io.casewire.kit.redaction;

/**
 * The Luhn check (ISO/IEC 7812-1, annex B) of digits that arrive from the left. Which digits count
 * double depends on how many will have come, so both sums are kept.
 */
final class LuhnSum {

  private static final int[] DOUBLED = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

  private int length;
  private int evenPlacesDoubled;
  private int oddPlacesDoubled;

  void add(int digit) {
    boolean even = length % 2 == 0;
    evenPlacesDoubled += even ? DOUBLED[digit] : digit;
    oddPlacesDoubled += even ? digit : DOUBLED[digit];
    length++;
  }

  /** Whether the digits so far, the last one being the check digit, form a valid number. */
  boolean isValid() {
    int sum = length % 2 == 0 ? evenPlacesDoubled : oddPlacesDoubled;
    return sum % 10 == 0;
  }
}
