package io.casewire.intake.mail.text;

import java.util.regex.Pattern;

/**
 * Where a mail goes over into the mail that it answers or forwards: a separator line, a block of
 * its header lines, or an attribution after which nothing is marked as quoted.
 */
final class QuotedMail {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int BLOCK_LINES = 7;

  /** QQ Mail writes its HTML spaces into plain text. */
  private static final String GAP = "(?:[\\s\\h]|&nbsp;)*";

  private static final String SEPARATED =
      "Original(?: Message| Mail)?|(?:Original )?E-?Mail"
          + "|Forwarded Message|Replied Message|Begin forwarded message"
          + "|原始邮件|原邮件|回复的原邮件|回复的邮件|转发邮件信息|转发的邮件|转发邮件|原始郵件|轉寄郵件"
          + "|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message d'origine"
          + "|Message transféré|Mensaje original|Mensaje reenviado|Messaggio originale"
          + "|Messaggio inoltrato|Mensagem original|Oorspronkelijk bericht"
          + "|Исходное сообщение|Пересылаемое сообщение|元のメッセージ|원본 메시지";

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\W{0,2}[-_=]{2,60} (?:%s) [-_=]{2,60}\\W{0,2}".formatted(SEPARATED).replace(" ", GAP),
          FLAGS);
  private static final Pattern FORWARD_INTRODUCTION =
      Pattern.compile("Begin forwarded message\\s?:|下面是被转发的邮件[:：]", FLAGS);

  private static final Pattern FROM_LINE =
      label("From|发件人|寄件者|寄件人|Von|De|Da|Van|Fra|Från|Od|От|差出人|보낸 사람");
  private static final Pattern OTHER_LINE =
      label(
          "Sent|Date|To|Cc|Subject|Reply-To|发送时间|发送日期|日期|时间|收件人|抄送|主题|寄件日期|收件者"
              + "|副本|主旨|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|Fecha|Para|Asunto|Assunto"
              + "|Data|Inviato|A|Oggetto|Verzonden|Aan|Onderwerp|Sendt|Til|Emne|Skickat|Till|Ämne"
              + "|Дата|Отправлено|Кому|Тема|送信日時|日時|宛先|件名|보낸 날짜|받는 사람|제목");
  private static final Pattern RULE = Pattern.compile("[-_=]{5,200}");

  private QuotedMail() {}

  /** The first line of the enclosed mail, or the number of lines when there is none. */
  static int startIn(TextLines lines, Attribution attributions) {
    for (int line = 0; line < lines.size(); line++) {
      if (lines.isBlank(line) || lines.isQuoted(line)) {
        continue;
      }
      if (lines.matches(line, SEPARATOR) || lines.matches(line, FORWARD_INTRODUCTION)) {
        return line;
      }
      if (isHeaderBlock(lines, line)) {
        return withRuleAbove(lines, line);
      }
      int attribution = unmarkedQuote(lines, attributions, line);
      if (attribution >= 0) {
        return attribution;
      }
    }
    return lines.size();
  }

  private static boolean isHeaderBlock(TextLines lines, int line) {
    if (!lines.matches(line, FROM_LINE)) {
      return false;
    }
    int labels = 0;
    for (int i = line + 1; i < lines.size() && i < line + BLOCK_LINES; i++) {
      labels += lines.matches(i, OTHER_LINE) ? 1 : 0;
    }
    return labels >= 2;
  }

  private static int withRuleAbove(TextLines lines, int block) {
    int above = block - 1;
    while (above >= 0 && above > block - 3 && lines.isBlank(above)) {
      above--;
    }
    return above >= 0 && lines.matches(above, RULE) ? above : block;
  }

  // Needs an address in it: "my bank wrote:" is no attribution.
  private static int unmarkedQuote(TextLines lines, Attribution attributions, int line) {
    int start = attributions.startOf(line);
    return start >= 0 && lines.contain(start, line, '@') && !quoteFollows(lines, line) ? start : -1;
  }

  private static boolean quoteFollows(TextLines lines, int line) {
    int next = line + 1;
    while (next < lines.size() && next <= line + 3 && lines.isBlank(next)) {
      next++;
    }
    return next >= lines.size() || lines.isQuoted(next);
  }

  private static Pattern label(String names) {
    return Pattern.compile("\\*{0,2}(?:" + names + ")\\s?\\*{0,2}\\s?[:：].*", FLAGS);
  }
}
