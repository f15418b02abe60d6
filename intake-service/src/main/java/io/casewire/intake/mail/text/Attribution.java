package io.casewire.intake.mail.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a text that introduce a quote: "On Monday, A wrote:", "在 2026年3月5日，A 写道：". One may
 * be wrapped over three lines and always ends with a colon.
 */
final class Attribution {

  private static final int MOST_LINES = 3;

  // Looking costs time, and no mail quotes as many others as a text can have colons.
  private static final int MOST_LOOKS = 50;

  private static final int FLAGS = Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String WROTE =
      "(?:wrote|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał(?:\\(a\\))?|написал"
          + "|写道|寫道|さんは書きました)";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?:On|At|Le|El|Il|Em|Op|Den|Dnia)\\s.{3,400}?\\s" + WROTE + "\\s?:", FLAGS),
          Pattern.compile("(?:在|于|於).{3,400}?" + WROTE + "\\s?[:：]", FLAGS),
          Pattern.compile("Am\\s.{3,300}?\\sschrieb(?:\\s.{1,150})?:", FLAGS),
          Pattern.compile(".{1,200}?(?:于|於|在)\\s?\\d{2}.{2,150}?" + WROTE + "\\s?[:：]", FLAGS),
          Pattern.compile(
              ".{0,200}?\\d{4}\\s?年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日.{1,200}[:：]", FLAGS),
          Pattern.compile("[^\\n]{1,200}?\\s?" + WROTE + "\\s?[:：]", FLAGS));

  private final TextLines lines;
  private int looks;

  Attribution(TextLines lines) {
    this.lines = lines;
  }

  /** The first line of the attribution that ends with line {@code last}, or -1. */
  int startOf(int last) {
    if (!lines.endsWith(last, ':') && !lines.endsWith(last, '：')) {
      return -1;
    }
    return looks++ < MOST_LOOKS ? lookUpFrom(last) : -1;
  }

  private int lookUpFrom(int last) {
    for (int first = last; first >= 0 && first > last - MOST_LINES; first--) {
      if (lines.isBlank(first) || lines.isQuoted(first)) {
        return -1;
      }
      int start = first;
      if (FORMS.stream().anyMatch(form -> lines.matches(start, last, form))) {
        return first;
      }
    }
    return -1;
  }
}
