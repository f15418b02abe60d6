package io.casewire.events.signed;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets that sign tokens. The first signs; all of them verify. A key is rotated by putting a
 * new one in front, and retired by taking the old one out when its tokens may stop working.
 *
 * <p>Never shows a secret: not in {@link #toString()}, not in an exception.
 */
public final class KeyRing {

  private static final int MIN_SECRET_BYTES = 32;

  /** Lower case, because some mail systems change case; short, for the limit on addresses. */
  private static final Pattern ENTRY = Pattern.compile("([a-z0-9]{1,8}):(.+)");

  private final SequencedMap<String, SigningKey> keys;

  private KeyRing(SequencedMap<String, SigningKey> keys) {
    this.keys = keys;
  }

  /**
   * Reads a ring from configuration.
   *
   * @param configuration {@code kid:secret} pairs with commas between, the current one first; a kid
   *     is one to eight lower-case letters or digits, a secret is Base64 (RFC 4648 section 4) of at
   *     least 32 bytes
   * @throws IllegalArgumentException if it is anything else; the message names the key and never
   *     its secret
   */
  public static KeyRing parse(String configuration) {
    SequencedMap<String, SigningKey> keys = new LinkedHashMap<>();
    for (String entry : configuration.split(",", -1)) {
      SigningKey key = parseKey(entry.strip(), keys.size() + 1);
      if (keys.putLast(key.kid(), key) != null) {
        throw new IllegalArgumentException("signing key " + key.kid() + " is given twice");
      }
    }
    return new KeyRing(keys);
  }

  private static SigningKey parseKey(String entry, int number) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("signing key number " + number + " is no kid:secret");
    }
    String kid = matcher.group(1);
    byte[] secret = decode(kid, matcher.group(2));
    if (secret.length < MIN_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "signing key " + kid + " has fewer than " + MIN_SECRET_BYTES + " bytes");
    }
    return new SigningKey(kid, secret);
  }

  private static byte[] decode(String kid, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("signing key " + kid + " is not Base64");
    }
  }

  /** The key that signs. */
  public SigningKey current() {
    return keys.firstEntry().getValue();
  }

  /** The key of this name, if it is still in the ring. */
  public Optional<SigningKey> find(String kid) {
    return Optional.ofNullable(keys.get(kid));
  }

  /** The names of the keys, the current one first. */
  @Override
  public String toString() {
    return "KeyRing" + keys.keySet();
  }
}
