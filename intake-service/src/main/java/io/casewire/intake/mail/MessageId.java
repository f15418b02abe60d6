package io.casewire.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Message-ID (RFC 5322, 3.6.4) without its angle brackets and without white space. Upper and
 * lower case differ, since clients repeat ids as they got them.
 *
 * @param value 1 to {@value #MAX_BYTES} bytes of UTF-8
 */
public record MessageId(String value) {

  /** Longer ones fit on no header line and are not kept. */
  public static final int MAX_BYTES = 998;

  private static final String SYNTHETIC_DOMAIN = "synthetic.invalid";

  /**
   * @throws IllegalArgumentException when {@code value} could not stand between angle brackets
   */
  public MessageId {
    if (!isId(value)) {
      throw new IllegalArgumentException("not a Message-ID");
    }
  }

  /** A name for a mail that has none; the same for the same mail. */
  public static MessageId synthetic(ContentHash content) {
    return new MessageId(content.hex() + "@" + SYNTHETIC_DOMAIN);
  }

  /** The first id in a header's value. */
  public static Optional<MessageId> first(String header) {
    return all(header).stream().findFirst();
  }

  /**
   * Every id in a header's value, in its order. Words around the ids are skipped, as old clients
   * write {@code In-Reply-To: Your message of Monday <id@host>}; ids without brackets are read only
   * where no bracket stands.
   */
  public static List<MessageId> all(String header) {
    List<MessageId> ids = new ArrayList<>();
    int open = header.indexOf('<');
    if (open < 0) {
      for (String word : header.split("\\s+")) {
        addIfId(ids, word.indexOf('@') > 0 ? word : "");
      }
    }
    int close = header.indexOf('>', Math.max(open, 0));
    while (open >= 0 && close >= 0) {
      int next = header.indexOf('<', open + 1);
      if (next < 0 || close < next) {
        addIfId(ids, header.substring(open + 1, close));
        close = header.indexOf('>', Math.max(next, close + 1));
      }
      open = next;
    }
    return List.copyOf(ids);
  }

  /** With angle brackets, as it stands in a header. */
  public String header() {
    return "<" + value + ">";
  }

  /** What stands after the last {@code @}, in lower case; empty when there is none. */
  public String domain() {
    int at = value.lastIndexOf('@');
    return at < 0 ? "" : value.substring(at + 1).toLowerCase(Locale.ROOT);
  }

  private static void addIfId(List<MessageId> ids, String text) {
    String id = text.replaceAll("[\\s\\p{Cntrl}]+", "");
    if (isId(id)) {
      ids.add(new MessageId(id));
    }
  }

  private static boolean isId(String text) {
    return !text.isEmpty()
        && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        && text.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == 0x7f);
  }
}
