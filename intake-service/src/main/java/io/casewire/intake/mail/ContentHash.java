package io.casewire.intake.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells a mail that was delivered again from another mail under the same Message-ID: equal for two
 * copies of one mail whatever the hops between added on top (Received, Delivered-To, results of
 * checks), however they folded header lines and ended lines. Any change of sender, recipients,
 * subject, date, threading, structure or body makes it differ.
 *
 * @param hex SHA-256, 64 hexadecimal digits
 */
public record ContentHash(String hex) {

  // Chosen fields, not all but some: hops invent new trace fields all the time.
  private static final List<String> AUTHORS_FIELDS =
      List.of(
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "subject",
          "date",
          "message-id",
          "in-reply-to",
          "references",
          "content-type",
          "content-transfer-encoding");

  /** Of a mail as it arrived; any bytes have one. */
  public static ContentHash of(byte[] raw) {
    MessageDigest digest = sha256();
    int body = endOfHeader(raw);
    MailHeaders headers =
        MailHeaders.parse(new String(raw, 0, body, StandardCharsets.ISO_8859_1).stripLeading());
    for (String name : AUTHORS_FIELDS) {
      for (String value : headers.all(name)) {
        String field = name + ":" + value.replaceAll("\\s+", " ") + "\n";
        digest.update(field.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    digest.update((byte) '\n');
    updateLines(digest, raw, body);
    return new ContentHash(HexFormat.of().formatHex(digest.digest()));
  }

  private static int endOfHeader(byte[] raw) {
    int lineStart = 0;
    boolean seenField = false;
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '\n') {
        boolean blank = i == lineStart || (i == lineStart + 1 && raw[lineStart] == '\r');
        if (blank && seenField) {
          return i + 1;
        }
        seenField |= !blank;
        lineStart = i + 1;
      }
    }
    return raw.length;
  }

  /** Feeds the body with every line end as LF and without the blank lines at its end. */
  private static void updateLines(MessageDigest digest, byte[] raw, int from) {
    int owedLineEnds = 0;
    for (int i = from; i < raw.length; i++) {
      if (raw[i] == '\n') {
        owedLineEnds++;
      } else if (raw[i] != '\r') {
        for (; owedLineEnds > 0; owedLineEnds--) {
          digest.update((byte) '\n');
        }
        digest.update(raw[i]);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
