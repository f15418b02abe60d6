package io.casewire.intake.mail.automatic;

import io.casewire.intake.mail.ParsedMail;
import io.casewire.kit.mail.EmailAddress;
import java.util.Set;

/** The names under which mail servers write. */
public final class DaemonSender {

  private static final Set<String> LOCAL_PARTS = Set.of("mailer-daemon", "postmaster");

  private DaemonSender() {}

  /** Whether the mail gives itself out as written by a mail server. */
  public static boolean wrote(ParsedMail mail) {
    return mail.parties().authors().stream()
        .map(EmailAddress::localPart)
        .anyMatch(LOCAL_PARTS::contains);
  }
}
