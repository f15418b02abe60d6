package io.casewire.intake.mail.parse;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/** Dates of header fields (RFC 5322, 3.3, leniently). */
final class MailDates {

  private static final int LONGEST_VALUE = 100;

  private MailDates() {}

  static Optional<Instant> parse(String value) {
    if (value.isBlank() || value.length() > LONGEST_VALUE) {
      return Optional.empty();
    }
    Date date =
        DateTimeFieldLenientImpl.PARSER
            .parse(new RawField("Date", value), DecodeMonitor.SILENT)
            .getDate();
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  /** The time that a server wrote at the end of its {@code Received} field. */
  static Optional<Instant> ofReceived(String value) {
    return parse(value.substring(value.lastIndexOf(';') + 1).strip());
  }
}
