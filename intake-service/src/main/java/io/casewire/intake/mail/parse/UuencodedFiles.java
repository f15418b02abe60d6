package io.casewire.intake.mail.parse;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files in the old Unix notation (POSIX uuencode), which some programs still write into a text or
 * name as a transfer encoding.
 *
 * @param text what is left of the text
 * @param files in their order
 */
record UuencodedFiles(String text, List<UuencodedFile> files) {

  /** One of them; the name as written. */
  record UuencodedFile(String name, byte[] content) {}

  private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,250})");

  /** Takes the files out of a text. A "begin" without its data and "end" is text. */
  static UuencodedFiles in(String text) {
    if (!text.contains("begin ")) {
      return new UuencodedFiles(text, List.of());
    }
    List<String> lines = text.lines().toList();
    List<UuencodedFile> files = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Matcher begin = BEGIN.matcher(lines.get(i));
      int end = begin.matches() ? endOf(lines, i + 1) : -1;
      if (end < 0) {
        rest.append(lines.get(i)).append('\n');
      } else {
        files.add(new UuencodedFile(begin.group(1).strip(), decode(lines.subList(i + 1, end))));
        i = end;
      }
    }
    return new UuencodedFiles(rest.toString(), files);
  }

  Optional<UuencodedFile> first() {
    return files.stream().findFirst();
  }

  // Stops at the first line that is no data, so no line is read for two files.
  private static int endOf(List<String> lines, int from) {
    int i = from;
    while (i < lines.size() && isData(lines.get(i))) {
      i++;
    }
    return i < lines.size() && lines.get(i).strip().equals("end") ? i : -1;
  }

  private static boolean isData(String line) {
    return line.length() <= 90 && line.chars().allMatch(c -> c >= ' ' && c <= '`');
  }

  private static byte[] decode(List<String> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String line : lines) {
      int length = value(line, 0);
      for (int i = 1, left = length; left > 0; i += 4, left -= 3) {
        int group =
            value(line, i) << 18
                | value(line, i + 1) << 12
                | value(line, i + 2) << 6
                | value(line, i + 3);
        for (int b = 0; b < Math.min(3, left); b++) {
          bytes.write(group >> (16 - 8 * b));
        }
      }
    }
    return bytes.toByteArray();
  }

  // Zero may be written as a space, and spaces at a line's end get lost on the way.
  private static int value(String line, int i) {
    return i < line.length() ? (line.charAt(i) - ' ') & 0x3f : 0;
  }
}
