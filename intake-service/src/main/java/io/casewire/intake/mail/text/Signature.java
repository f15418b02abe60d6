package io.casewire.intake.mail.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** The lines that a program puts under every mail: a signature, or the name of a device. */
final class Signature {

  // Programs strip the space of "-- ", so a bare "--" counts, too, but not above half a page.
  private static final int LONGEST_UNSURE = 12;
  private static final int MOST_DEVICE_LINES = 3;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern DELIMITER = Pattern.compile("--");
  private static final String DEVICES =
      "(?:iPhone|iPad|Android|Galaxy|Samsung|Huawei|Honor|Xiaomi|Redmi|OPPO|vivo|Pixel|BlackBerry"
          + "|Windows|Nokia|mobile|phone|Smartphone|Handy|portable|Mail|QQ|Yahoo|Outlook|Gmail"
          + "|Proton|网易|小米|华为|荣耀|手机|邮件).{0,200}";
  private static final List<Pattern> DEVICE_LINES =
      List.of(
          Pattern.compile(
              "(?:Sent|Enviado|Envoyé|Inviato|Verzonden|Skickat|Sendt) "
                  + "(?:from|via|with|de|desde|depuis|do|da|dal|vanaf|från|fra) "
                  + "(?:my |mon |mi |meu |mio |mijn |min )?"
                  + DEVICES,
              FLAGS),
          Pattern.compile("Get Outlook for .{1,200}", FLAGS),
          Pattern.compile("Von meinem .{0,40}" + DEVICES, FLAGS),
          Pattern.compile("(?:发自|發自|来自|來自|发送自|傳送自|从|從)\\s?(?:我的|)\\s?" + DEVICES, FLAGS),
          Pattern.compile("iP(?:hone|ad)から送信", FLAGS));

  private Signature() {}

  /** Marks the signature within the lines [{@code from}, {@code to}) as hidden. */
  static void hide(TextLines lines, int from, int to, BitSet hidden) {
    int end = to;
    for (int line = from; line < to; line++) {
      if (isDelimiter(lines, line, to)) {
        hidden.set(line, to);
        end = line;
        break;
      }
    }
    hideDeviceLines(lines, from, end, hidden);
  }

  private static boolean isDelimiter(TextLines lines, int line, int to) {
    return lines.matches(line, DELIMITER)
        && (lines.hasTrailingSpace(line) || to - line <= LONGEST_UNSURE);
  }

  private static void hideDeviceLines(TextLines lines, int from, int to, BitSet hidden) {
    int found = 0;
    for (int line = to - 1; line >= from && found < MOST_DEVICE_LINES; line--) {
      if (lines.isBlank(line)) {
        continue;
      }
      int candidate = line;
      if (DEVICE_LINES.stream().noneMatch(form -> lines.matches(candidate, form))) {
        return;
      }
      hidden.set(line);
      found++;
    }
  }
}
