package io.casewire.notification.smtp;

import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.letter.Letter;
import io.vertx.core.Vertx;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server that is opened by the first mail and kept for the next ones. For
 * one virtual thread at a time.
 */
public final class SmtpConnection implements AutoCloseable {

  private static final String SMTPUTF8_UNSUPPORTED = "smtputf8-unsupported";

  private final SmtpConfig config;
  private final Session session;
  private final SMTPTransport transport;
  private final AttemptLimit limit;
  private boolean open;
  private long lastSuccess;

  public SmtpConnection(SmtpConfig config, Vertx vertx) {
    this(config, new AttemptLimit(vertx, config.attemptTimeout()), false);
  }

  private SmtpConnection(SmtpConfig config, AttemptLimit limit, boolean utf8) {
    this.config = config;
    this.limit = limit;
    this.session = SmtpSession.of(config, utf8);
    this.transport = SmtpSession.transportOf(session, config);
  }

  /** Hands a mail over. Blocks until the server has answered or a time-out has passed. */
  public Outcome send(Letter letter) {
    return limit.within(
        () ->
            letter.needsSmtpUtf8()
                ? sendUtf8(letter)
                : connect().orElseGet(() -> handOver(letter)));
  }

  /**
   * Over a connection of its own, because the extension is asked for once for a whole connection,
   * and mails that could do without it would then be for fewer servers.
   */
  private Outcome sendUtf8(Letter letter) {
    try (SmtpConnection own = new SmtpConnection(config, limit, true)) {
      return own.connect()
          .orElseGet(
              () ->
                  own.transport.supportsExtension("SMTPUTF8")
                      ? own.handOver(letter)
                      : new Outcome.Refused(SMTPUTF8_UNSUPPORTED));
    }
  }

  /** Gives the connection back if no mail has gone through it for a while. */
  public void closeIfIdle() {
    if (open && !usedWithin(config.closeIdleAfter())) {
      close();
    }
  }

  @Override
  public void close() {
    open = false;
    try {
      transport.close();
    } catch (MessagingException _) {
      // It is gone, which is all that was wanted.
    }
  }

  /**
   * Asks whether it still stands only when it has rested: that costs a round trip.
   *
   * @return what came of the attempt if there is no connection
   */
  private Optional<Outcome> connect() {
    if (open && usedWithin(config.trustIdleFor()) || transport.isConnected()) {
      return Optional.empty();
    }
    try {
      transport.connect(
          config.host(),
          config.port(),
          config.username().orElse(null),
          config.password().orElse(null));
      open = true;
      return Optional.empty();
    } catch (MessagingException e) {
      Outcome outcome = Refusal.ofConnection(e, transport.getLastReturnCode());
      close();
      return Optional.of(outcome);
    }
  }

  private Outcome handOver(Letter letter) {
    try {
      transport.sendMessage(message(letter), new Address[] {recipient(letter)});
      open = true;
      lastSuccess = System.nanoTime();
      return new Outcome.Accepted();
    } catch (MessagingException e) {
      Outcome outcome = Refusal.ofMail(e, transport.getLastReturnCode());
      if (outcome instanceof Outcome.Unreachable) {
        close();
      }
      // The connection goes on, but is asked first, which also makes the server forget this mail.
      open = false;
      return outcome;
    }
  }

  /** As it is: the library's own check knows no mailboxes beyond ASCII. */
  private static InternetAddress recipient(Letter letter) {
    InternetAddress recipient = new InternetAddress();
    recipient.setAddress(letter.recipient());
    return recipient;
  }

  private SMTPMessage message(Letter letter) throws MessagingException {
    SMTPMessage message = new SMTPMessage(session, new ByteArrayInputStream(letter.bytes()));
    message.setEnvelopeFrom(letter.sender());
    return message;
  }

  private boolean usedWithin(Duration time) {
    return System.nanoTime() - lastSuccess < time.toNanos();
  }
}
