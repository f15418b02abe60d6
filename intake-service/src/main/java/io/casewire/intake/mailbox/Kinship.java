package io.casewire.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which mails may have to do with each other: what becomes of one can depend on whether
 * another with the same writer, the same id or a common reference came before (RFC 5322, 3.6.2 and
 * 3.6.4).
 */
final class Kinship {

  private static final String[] FIELDS = {
    "From", "Sender", "Reply-To", "Message-ID", "In-Reply-To", "References"
  };

  /** Addresses and ids alike. */
  private static final Pattern NAME = Pattern.compile("[^\\s<>\"(),:;]+@[^\\s<>\"(),:;]+");

  private static final int MOST_NAMES = 1_000;

  private Kinship() {}

  /** Mails without a common name have nothing to do with each other. */
  static Set<String> names(byte[] raw) {
    try {
      InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(raw), true);
      Set<String> names = new HashSet<>();
      Stream.of(FIELDS)
          .flatMap(field -> Optional.ofNullable(headers.getHeader(field)).stream())
          .flatMap(Stream::of)
          .flatMap(value -> NAME.matcher(value).results())
          .limit(MOST_NAMES)
          .forEach(name -> names.add(name.group().toLowerCase(Locale.ROOT)));
      return names;
    } catch (MessagingException e) {
      return Set.of();
    }
  }
}
