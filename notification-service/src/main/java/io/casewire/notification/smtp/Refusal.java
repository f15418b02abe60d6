package io.casewire.notification.smtp;

import io.casewire.notification.attempt.Outcome;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Tells what a mail server's refusal is about. Only what it says to the recipient or to the content
 * is about the mail; what it says before is about us, whatever the code. Kept is the code only: the
 * words of a server may quote addresses.
 */
final class Refusal {

  /** RFC 5321 section 4.2.2: the server is about to close, which says nothing about the mail. */
  private static final int CLOSING = 421;

  /** RFC 4954 section 6: we have to sign in, or could not; said at any step. */
  private static final Set<Integer> ABOUT_SIGNING_IN = Set.of(530, 534, 535, 538);

  private Refusal() {}

  /** A connection could not be opened. */
  static Outcome ofConnection(MessagingException failure, int code) {
    if (isReply(code) && code != CLOSING && !isBroken(failure)) {
      return new Outcome.RelayRefused("relay-refused-" + code);
    }
    // The server speaks with us, but not in the way that we insist on.
    boolean noAgreement = causes(failure).anyMatch(SSLException.class::isInstance);
    return noAgreement || isAnswer(code) && !isBroken(failure)
        ? new Outcome.RelayRefused("relay-refused")
        : new Outcome.Unreachable();
  }

  /** A mail was not taken over an open connection. */
  static Outcome ofMail(MessagingException failure, int code) {
    if (code == CLOSING || !isReply(code)) {
      return new Outcome.Unreachable();
    }
    if (isAboutSender(failure) || ABOUT_SIGNING_IN.contains(code)) {
      return new Outcome.SenderRefused("sender-refused-" + code);
    }
    return code < 500
        ? new Outcome.Deferred("deferred-" + code)
        : new Outcome.Refused("rejected-" + code);
  }

  private static boolean isAboutSender(MessagingException failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof SMTPSendFailedException refused
                    && refused.getCommand() != null
                    && refused.getCommand().startsWith("MAIL"));
  }

  private static boolean isReply(int code) {
    return code >= 400 && code <= 599;
  }

  private static boolean isAnswer(int code) {
    return code >= 200 && code < 400;
  }

  /** The code is an older one then: of this attempt none was heard. */
  private static boolean isBroken(MessagingException failure) {
    return causes(failure).anyMatch(IOException.class::isInstance);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
