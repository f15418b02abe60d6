package io.casewire.kit.redaction;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password or PIN beside its word. After "is", {@code 是} or a colon almost anything is a
 * password; without them, or before the word, only what has a digit in it.
 */
final class PasswordBesideWord implements SecretBesideWord {

  /** Han, kana and full-width stops end a password; everything else but blanks may be in it. */
  private static final String CHARACTER =
      "[^\\s\\u3000-\\u30FF\\u3400-\\u9FFF" + FoldedText.BARRIER + "]";

  private static final String OPENING = "[\"'(\\[<]*+";

  private static final Pattern AFTER_LINK =
      pattern(
          """
          (?: \\s++ (?:for|my|the|this|account|app|to|log|in|login|i|use|used|have|of|on|website|old|new
              |current|here) (?![a-z]) ){0,6}+
          (?: \\s?+ \\([^()]{0,24}\\) )?+
          \\s*+ (?: (?: [:=] | -> | (?:is|was) (?![a-z]) | 就?是 | 为 | 為 ) \\s*+ ){1,3}+
          OPENING (?: (?<secret> CHARACTER++ ) | BARRIER )
          """);

  private static final Pattern AFTER_WORD =
      pattern(
          """
          (?: (?<=[码碼令]) \\s*+ | \\s++ ) OPENING
          (?: BARRIER
            | (?! 1[3-9]\\d{9} (?!\\d) ) (?= [a-z!@$%^&*_+=~\\#]{0,63} \\d )
              (?<secret> [a-z0-9!@$%^&*_+=~\\#]{4,64}+ )
              (?! [^\\s\\u3000-\\u30FF\\u3400-\\u9FFF,.;:?)"'\\]>] | [.,:-][a-z0-9BARRIER] )
              (?! \\s? (?: [年月日元块塊次秒天条條笔筆位] | 分[钟鐘] | 小[时時]
                | (?:times?|minutes?|mins?|hours?|days?|digits?|characters?|chars?) (?![a-z]) ) ) )
          """);

  private static final Pattern BEFORE_WORD =
      pattern(
          """
          (?<! CHARACTER ) OPENING (?<secret> (?= CHARACTER{0,47}? \\d ) CHARACTER++ )
          \\s*+ (?: (?:is|was) (?![a-z]) | 就?是 | 为 | 為 ) \\s*+
          (?: (?:my|the|our|your|current|old|new|account|login) \\s++ | [我您你]的? | 登[录錄陆陸] | 支付
            | [新旧舊原] ){0,4}+ $
          """);

  /** What customers say about passwords after "is" or a colon, without telling one. */
  private static final Set<String> NO_PASSWORDS =
      Set.of(
          """
          not wrong incorrect invalid expired correct right the a an my it its it's too being been
          never still always no required needed working blocked locked reset rejected accepted strong
          weak secure safe same different gone lost leaked stolen compromised hacked fine ok okay good
          what where how why when now already also only in on at for to that this asked changed
          forgotten unknown missing empty bad old new outdated refused failing something i we you they
          he she your there and or but if so because please help case supposed set saved stored short
          long very just really definitely completely apparently sent shown visible hidden
          """
              .trim()
              .split("\\s+"));

  private static final int SHORTEST = 3;
  private static final String CLOSING = ".,;:)\"'>]";

  private static Pattern pattern(String template) {
    return Pattern.compile(
        template
            .replace("OPENING", OPENING)
            .replace("CHARACTER", CHARACTER)
            .replace("BARRIER", String.valueOf(FoldedText.BARRIER)),
        Pattern.COMMENTS);
  }

  /** Returns the place where the characters end that may all be of one password. */
  static int endOfCharacters(FoldedText text, int from) {
    int at = from;
    while (at < text.length() && isCharacter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The characters of {@link #CHARACTER}. */
  private static boolean isCharacter(char c) {
    boolean blank = c == ' ' || c == '\n';
    boolean han = (c >= 0x3000 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF);
    return !blank && !han && c != FoldedText.BARRIER;
  }

  /** Returns where a password ends that is under way at {@code from}. */
  static int endOfPassword(FoldedText text, int from) {
    return withoutClosing(text, from, endOfCharacters(text, from));
  }

  @Override
  public boolean takeAfter(FoldedText text, int wordEnd) {
    return takeAfter(AFTER_LINK, text, wordEnd, true)
        || takeAfter(AFTER_WORD, text, wordEnd, false);
  }

  private static boolean takeAfter(
      Pattern pattern, FoldedText text, int wordEnd, boolean mayBeWord) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
    if (!matcher.region(wordEnd, text.length()).lookingAt()) {
      return false;
    }
    if (matcher.start("secret") < 0) {
      return true;
    }
    boolean sameLine = text.subSequence(wordEnd, matcher.start("secret")).indexOf('\n') < 0;
    return claim(text, matcher, mayBeWord && sameLine);
  }

  @Override
  public boolean takeBefore(FoldedText text, int from, int wordStart) {
    Matcher matcher = BEFORE_WORD.matcher(text).useTransparentBounds(true);
    return matcher.region(from, wordStart).find() && claim(text, matcher, false);
  }

  private static boolean claim(FoldedText text, Matcher matcher, boolean mayBeWord) {
    int from = matcher.start("secret");
    int to = withoutClosing(text, from, matcher.end("secret"));
    boolean secret = isSecret(text.subSequence(from, to), mayBeWord);
    if (secret) {
      text.claim(from, to, SecretKind.PASSWORD);
    }
    return secret;
  }

  private static int withoutClosing(FoldedText text, int from, int end) {
    int to = end;
    while (to > from && CLOSING.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  private static boolean isSecret(String value, boolean mayBeWord) {
    boolean hasDigit = value.chars().anyMatch(Character::isDigit);
    return value.length() >= SHORTEST && (hasDigit || (mayBeWord && !NO_PASSWORDS.contains(value)));
  }
}
