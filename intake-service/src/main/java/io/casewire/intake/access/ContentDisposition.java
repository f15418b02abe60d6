package io.casewire.intake.access;

import java.nio.charset.StandardCharsets;

/** The header that tells a browser to save a file under its name (RFC 6266, RFC 8187). */
final class ContentDisposition {

  private static final String PLAIN = "!#$&+-.^_`|~";

  private ContentDisposition() {}

  /** Names the file in ASCII for old clients, and as it is for all others. */
  static String attachment(String fileName) {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(fileName.replaceAll("[^ -~]|[\"\\\\%]", "_"), encoded(fileName));
  }

  private static String encoded(String fileName) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : fileName.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append("%%%02X".formatted(octet));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(byte octet) {
    return octet >= '0' && octet <= '9'
        || octet >= 'A' && octet <= 'Z'
        || octet >= 'a' && octet <= 'z'
        || PLAIN.indexOf(octet) >= 0;
  }
}
