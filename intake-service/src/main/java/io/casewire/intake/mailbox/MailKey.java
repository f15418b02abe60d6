package io.casewire.intake.mailbox;

/**
 * Names a mail of a mailbox for ever: its server gives the number to no other mail as long as the
 * folder keeps its UIDVALIDITY (RFC 9051 section 2.3.1.1).
 */
record MailKey(String mailbox, long uidValidity, long uid, String folder) {

  private static final String SEPARATOR = " ";

  /** Reads what {@link #text} wrote. */
  static MailKey parse(String text) {
    // The folder comes last because its name may have blanks.
    String[] parts = text.split(SEPARATOR, 4);
    return new MailKey(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
  }

  String text() {
    return String.join(SEPARATOR, mailbox, Long.toString(uidValidity), Long.toString(uid), folder);
  }
}
