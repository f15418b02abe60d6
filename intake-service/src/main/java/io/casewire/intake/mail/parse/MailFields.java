package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.ContentHash;
import io.casewire.intake.mail.MailEnvelope;
import io.casewire.intake.mail.MailHeaders;
import io.casewire.intake.mail.MailParties;
import io.casewire.intake.mail.MailReferences;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.NamedAddress;
import io.casewire.kit.mail.EmailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The meaning of a mail's own header fields. */
record MailFields(MailHeaders headers) {

  private static final int MOST_ANSWERED = 10;
  private static final int LONGEST_SUBJECT = 500;
  private static final int LONGEST_ENCODED_SUBJECT = 8 * 1024;

  // Where providers that rewrite the Message-ID leave the old one.
  private static final List<String> ALIASES =
      List.of(
          "x-original-message-id",
          "x-google-original-message-id",
          "x-microsoft-original-message-id");

  String subject() {
    String value = headers.first("subject").orElse("");
    String read = value.substring(0, Math.min(value.length(), LONGEST_ENCODED_SUBJECT));
    return HeaderText.forPeople(read, LONGEST_SUBJECT);
  }

  Optional<Instant> date() {
    return headers.first("date").flatMap(MailDates::parse);
  }

  MailParties parties() {
    return new MailParties(
        AddressHeader.addresses(headers.all("from")),
        AddressHeader.addresses(headers.all("sender")).stream().findFirst().orElse(null),
        AddressHeader.addresses(headers.all("reply-to")),
        Stream.of("to", "cc", "x-original-to")
            .flatMap(name -> AddressHeader.addresses(headers.all(name)).stream())
            .map(NamedAddress::address)
            .distinct()
            .toList());
  }

  MailReferences references(byte[] raw) {
    List<MessageId> own = ids("message-id");
    List<MessageId> further =
        Stream.concat(own.stream(), ALIASES.stream().flatMap(name -> ids(name).stream()))
            .skip(own.isEmpty() ? 0 : 1)
            .distinct()
            .limit(MOST_ANSWERED)
            .toList();
    return new MailReferences(
        own.isEmpty() ? MessageId.synthetic(ContentHash.of(raw)) : own.getFirst(),
        own.isEmpty(),
        further,
        ids("in-reply-to").stream().limit(MOST_ANSWERED).toList(),
        firstAndNewest(ids("references")));
  }

  MailEnvelope envelope() {
    Optional<String> returnPath = headers.first("return-path");
    return new MailEnvelope(
        returnPath.filter(path -> path.replace(" ", "").equals("<>")).isPresent(),
        returnPath.flatMap(path -> addresses(List.of(path)).findFirst()).orElse(null),
        addresses(headers.all("delivered-to")).toList(),
        headers.first("received").flatMap(MailDates::ofReceived).orElse(null),
        headers.all("authentication-results"));
  }

  /** Encoded words have no place in them (RFC 2047, section 5), but libraries write long ids so. */
  private List<MessageId> ids(String name) {
    return headers.all(name).stream()
        .map(EncodedWords::decode)
        .flatMap(value -> MessageId.all(value).stream())
        .distinct()
        .toList();
  }

  private static Stream<EmailAddress> addresses(List<String> values) {
    return AddressHeader.addresses(values).stream().map(NamedAddress::address);
  }

  // As RFC 5322 (3.6.4) lets clients trim: the thread's root says more than its middle.
  private static List<MessageId> firstAndNewest(List<MessageId> ids) {
    if (ids.size() <= MailReferences.MAX_REFERENCES) {
      return ids;
    }
    List<MessageId> kept = new ArrayList<>(List.of(ids.getFirst()));
    kept.addAll(ids.subList(ids.size() - MailReferences.MAX_REFERENCES + 1, ids.size()));
    return kept;
  }
}
