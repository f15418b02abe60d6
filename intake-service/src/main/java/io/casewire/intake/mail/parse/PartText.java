package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.parse.MimePart.Leaf;
import io.casewire.intake.mail.text.FlowedText;
import io.casewire.intake.mail.text.HtmlText;
import io.casewire.intake.mail.text.RenderedText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text parts as text. */
final class PartText {

  // A page of this length has said what it has to say ten times over.
  private static final int LONGEST_PAGE = 2_000_000;
  private static final int CHARSET_IS_NAMED_WITHIN = 1_024;

  private static final Pattern META_CHARSET =
      Pattern.compile("charset\\s{0,5}=\\s{0,5}[\"']?([A-Za-z0-9_-]{2,40})");

  private PartText() {}

  static RenderedText ofPage(Leaf leaf, int limit) {
    String declared = leaf.headers().getCharset();
    String charset = declared == null ? charsetInPage(leaf.content()) : declared;
    String html = decode(leaf.content(), charset);
    return HtmlText.render(html.substring(0, Math.min(html.length(), LONGEST_PAGE)), limit);
  }

  static RenderedText ofPlain(Leaf leaf, String text, int limit) {
    boolean flowed =
        leaf.headers().parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
    boolean deleteSpace =
        leaf.headers().parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
    String unwrapped = flowed ? FlowedText.joined(text, deleteSpace) : text;
    return new RenderedText(
        unwrapped.substring(0, Math.min(unwrapped.length(), limit)), countLinks(unwrapped));
  }

  /** A part's text with {@code \n} line ends, without NUL and byte order mark. */
  static String decode(Leaf leaf) {
    return decode(leaf.content(), leaf.headers().getCharset());
  }

  private static String decode(byte[] content, @Nullable String charset) {
    String text = MailCharsets.decode(content, charset);
    String clean = text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    return clean.startsWith("\ufeff") ? clean.substring(1) : clean;
  }

  private static @Nullable String charsetInPage(byte[] page) {
    int length = Math.min(page.length, CHARSET_IS_NAMED_WITHIN);
    Matcher named = META_CHARSET.matcher(new String(page, 0, length, StandardCharsets.ISO_8859_1));
    return named.find() ? named.group(1) : null;
  }

  private static int countLinks(String text) {
    int links = 0;
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      links++;
    }
    return links;
  }
}
