package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.NamedAddress;
import io.casewire.kit.mail.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/** Reads address lists as mails have them: what is no address is skipped, nothing is guessed. */
final class AddressHeader {

  // The parser's work grows with the square of a value's words.
  private static final int LONGEST_VALUE = 16 * 1024;
  private static final int MOST_ADDRESSES = 100;
  private static final int LONGEST_NAME = 200;

  private AddressHeader() {}

  /** The addresses of all fields of one name, in order. */
  static List<NamedAddress> addresses(List<String> values) {
    return values.stream()
        .flatMap(AddressHeader::mailboxes)
        .limit(MOST_ADDRESSES)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Stream<Optional<NamedAddress>> mailboxes(String value) {
    String shielded = shield(value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
    ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, shielded);
    return LenientAddressParser.DEFAULT
        .parseAddressList(bytes, new ParserCursor(0, bytes.length()))
        .flatten()
        .stream()
        .map(mailbox -> named(mailbox, value));
  }

  private static Optional<NamedAddress> named(Mailbox mailbox, String value) {
    String local = unshield(mailbox.getLocalPart());
    boolean quoted = value.contains("\"" + local + "\"@");
    int lastWord = quoted ? 0 : local.lastIndexOf(' ') + 1;
    String name = unshield(mailbox.getName()) + local.substring(0, lastWord);
    String written = localPart(local.substring(lastWord), quoted) + "@" + mailbox.getDomain();
    String shownName = HeaderText.forPeople(name, LONGEST_NAME);
    @Nullable String shown = shownName.isEmpty() ? null : shownName;
    return EmailAddress.parse(written).map(address -> new NamedAddress(address, written, shown));
  }

  private static String localPart(String local, boolean quoted) {
    return quoted && !local.matches("[\\w.+-]+")
        ? "\"" + local.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : local;
  }

  // Encoded words must reach us undecoded: the parser knows no charset quirks, and a decoded name
  // must never be read for addresses.
  private static String shield(String value) {
    return value.replace("\u0001", "").replace("=?", "=\u0001?");
  }

  private static String unshield(@Nullable String value) {
    return value == null ? "" : value.replace("\u0001", "");
  }
}
