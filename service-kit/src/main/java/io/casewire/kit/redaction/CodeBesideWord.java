package io.casewire.kit.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digits of a card verification value or one-time code beside their word: after it, or before
 * it with "is", {@code 是}, a colon or a bracket in between.
 */
record CodeBesideWord(SecretKind kind, Pattern afterWord, Pattern beforeWord)
    implements SecretBesideWord {

  /** Words and signs that may stand between the word and its code. */
  private static final String GAP =
      """
      (?: \\s++ | [:=\\#"'()\\[\\]<>*_,;-]
        | (?: is | was | are | it's | here's | it | here | code | number | value | no | on | of | for | from
            | by | the | my | your | our | new | this | just | that | says | back | card | below
            | i | got | get | received | sms | text ) (?![a-z'])
        | 是 | 为 | 為 | [号號码碼] | [的了我您你这這] | 收到 | 卡片? | 背面 | [三六]位 | 填 | [数數]字?
      ){0,16}+
      """;

  /** What makes digits an amount, a time or a count instead. */
  private static final String NO_UNIT =
      """
      (?! \\s? (?: [年月日元块塊次秒天条條笔筆] | 分[钟鐘] | 小[时時]
          | (?:times?|minutes?|mins?|seconds?|secs?|hours?|days?|usd|eur|rmb|cny|yuan) (?![a-z]) ) )
      """;

  /** Keeps parts of dates, telephone numbers and amounts out. */
  private static final String END_OF_NUMBER = "(?! \\d | [.,/-]\\d )";

  /** Keeps a number that another word claims, such as an order's, from the word after it. */
  private static final String UNCLAIMED_START =
      """
      (?<! [\\d.$\\#*+¥€£] | \\d[,/-] )
      (?<! (?: order | ref | case | ticket | invoice | ending | last | no\\. | id | 订单 | 訂單 | [单單尾编編][号號]
          | 流水 | 交易 | [号號] ) [\\s:\\#是为為]{0,4} )
      """;

  /** "123456 is your Acme verification code": one word in between may be anybody's name. */
  private static final String LINK =
      """
      \\s*+ [")'\\]]?+ \\s*+ (?: [:=(,-] | (?:is|was|as) (?![a-z]) | 是 | 为 | 為 ) \\s*+
      (?: (?:my|the|your|our|a|an) \\s++ ){0,2}+ (?: \\p{IsHan}{0,6} | [a-z]{1,20}+ \\s++ )
      """;

  private static final String CVV = "(?: \\d{3,4} | \\d[\\s-]\\d[\\s-]\\d(?:[\\s-]\\d)? )";
  private static final String OTP = "(?: (?:[a-z]-)? \\d{4,8} | \\d{3}[\\s-]\\d{3} )";
  private static final String OTP_WITH_LETTERS =
      "(?<=[:=\\s是为為]) (?= [a-z]{0,9} \\d ) [a-z0-9]{4,10} (?! \\.? [a-z0-9@_"
          + FoldedText.BARRIER
          + "-] )";

  /** Three digits are short enough to need no link: "123 CVV". */
  static CodeBesideWord cardVerificationValue() {
    return of(SecretKind.CVV, CVV + END_OF_NUMBER, CVV, "(?: " + LINK + " | \\s?+ )");
  }

  static CodeBesideWord oneTimeCode() {
    String after = "(?: " + OTP + END_OF_NUMBER + " | " + OTP_WITH_LETTERS + " )";
    return of(SecretKind.OTP, after, OTP, LINK);
  }

  private static CodeBesideWord of(SecretKind kind, String after, String before, String link) {
    String codeAfter = GAP + "(?: (?<code>" + after + NO_UNIT + ") | " + FoldedText.BARRIER + ")";
    String codeBefore =
        "(?=[a-z-]{0,2}\\d)"
            + UNCLAIMED_START
            + "(?<code>"
            + before
            + ")"
            + END_OF_NUMBER
            + link
            + "$";
    return new CodeBesideWord(
        kind,
        Pattern.compile(codeAfter, Pattern.COMMENTS),
        Pattern.compile(codeBefore, Pattern.COMMENTS));
  }

  @Override
  public boolean takeAfter(FoldedText text, int wordEnd) {
    Matcher matcher = afterWord.matcher(text).useTransparentBounds(true);
    if (!matcher.region(wordEnd, text.length()).lookingAt()) {
      return false;
    }
    if (matcher.start("code") >= 0) {
      text.claim(matcher.start("code"), matcher.end("code"), kind);
    }
    return true;
  }

  @Override
  public boolean takeBefore(FoldedText text, int from, int wordStart) {
    Matcher matcher = beforeWord.matcher(text).useTransparentBounds(true);
    boolean found = matcher.region(from, wordStart).find();
    if (found) {
      text.claim(matcher.start("code"), matcher.end("code"), kind);
    }
    return found;
  }
}
