package io.casewire.events.signed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * Signs short texts as {@code kid.body.mac}. The mac covers a purpose, so that what was signed for
 * one use is worthless for another, the kid, the body, and a context that travels beside the text.
 * It is taken of the written form, so no other spelling of the same body passes.
 *
 * <p>Neither purpose nor context may contain a line break: it is what keeps them apart.
 */
final class SignedText {

  private final KeyRing keys;
  private final String purpose;
  private final int macBytes;

  SignedText(KeyRing keys, String purpose, int macBytes) {
    this.keys = keys;
    this.purpose = purpose;
    this.macBytes = macBytes;
  }

  String sign(String body, String context) {
    SigningKey key = keys.current();
    String signed = key.kid() + "." + body;
    return signed + "." + mac(key, signed, context);
  }

  /** The body, if a key of the ring signed it for this purpose and context. */
  Optional<String> open(String text, String context) {
    int kidEnd = text.indexOf('.');
    int bodyEnd = text.lastIndexOf('.');
    if (bodyEnd <= kidEnd) {
      return Optional.empty();
    }
    String signed = text.substring(0, bodyEnd);
    String mac = text.substring(bodyEnd + 1);
    return keys.find(text.substring(0, kidEnd))
        .filter(key -> equal(mac(key, signed, context), mac))
        .map(_ -> signed.substring(kidEnd + 1));
  }

  private String mac(SigningKey key, String signed, String context) {
    return Base32.encode(key.mac(String.join("\n", purpose, context, signed), macBytes));
  }

  /** In a time that does not tell how much of a guess was right. */
  private static boolean equal(String expected, String given) {
    return MessageDigest.isEqual(expected.getBytes(US_ASCII), given.getBytes(US_ASCII));
  }
}
