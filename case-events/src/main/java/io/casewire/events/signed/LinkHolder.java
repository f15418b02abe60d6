package io.casewire.events.signed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The holder of a {@link CaseLink}, which decides how much of the case the link may show. */
public sealed interface LinkHolder {

  /**
   * The sender of the public form. The address in the form is unproven, so this holder sees the
   * status and the form's own message, and no other message.
   */
  record Form() implements LinkHolder {}

  /**
   * The reader of the mailbox that the link was sent to. This holder sees the conversation.
   *
   * @param hash a short hash of the address, so that every participant has a link of his own;
   *     salted with the case, so that links of one person on two cases have nothing in common
   */
  record Mailbox(String hash) implements LinkHolder {

    private static final int HASH_BYTES = 10;
    private static final Pattern HASH = Pattern.compile("[a-z2-7]{16}");

    /**
     * @throws IllegalArgumentException if it is no hash as {@link #of} makes them
     */
    public Mailbox {
      if (!HASH.matcher(hash).matches()) {
        throw new IllegalArgumentException("no hash of an address");
      }
    }

    /** The holder for this address, however its letters are written. */
    public static Mailbox of(UUID caseId, String address) {
      String salted = caseId + "\n" + address.strip().toLowerCase(Locale.ROOT);
      return new Mailbox(Base32.encode(Arrays.copyOf(sha256(salted), HASH_BYTES)));
    }

    private static byte[] sha256(String text) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
