package io.casewire.intake.mail.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What gateways leave before a mail's first header line: blank lines, or the line of an mbox file.
 */
final class Preamble {

  private static final byte[] MBOX = "From ".getBytes(StandardCharsets.US_ASCII);

  private Preamble() {}

  /** How many bytes to skip. */
  static int length(byte[] raw) {
    int start = 0;
    while (start < raw.length && (raw[start] == '\r' || raw[start] == '\n')) {
      start++;
    }
    return startsWithMboxLine(raw, start) ? endOfLine(raw, start) : start;
  }

  private static boolean startsWithMboxLine(byte[] raw, int start) {
    int end = Math.min(raw.length, start + MBOX.length);
    return Arrays.equals(raw, start, end, MBOX, 0, MBOX.length);
  }

  private static int endOfLine(byte[] raw, int start) {
    int i = start;
    while (i < raw.length && raw[i] != '\n') {
      i++;
    }
    return Math.min(raw.length, i + 1);
  }
}
