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
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server that is opened by the first mail and kept for the next ones. For
 * one virtual thread at a time.
 */
public final class SmtpConnection implements AutoCloseable {

  /** RFC 5321 section 4.2.2: the server is about to close, which says nothing about the mail. */
  private static final int CLOSING = 421;

  private final SmtpConfig config;
  private final Session session;
  private final SMTPTransport transport;
  private final AttemptLimit limit;
  private boolean open;
  private long lastSuccess;

  public SmtpConnection(SmtpConfig config, Vertx vertx) {
    this.config = config;
    this.session = SmtpSession.of(config);
    this.transport = SmtpSession.transportOf(session, config);
    this.limit = new AttemptLimit(vertx, config.attemptTimeout());
  }

  /** Hands a mail over. Blocks until the server has answered or a time-out has passed. */
  public Outcome send(Letter letter) {
    return limit.within(() -> connect() ? handOver(letter) : new Outcome.Unreachable());
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

  /** Asks whether it still stands only when it has rested: that costs a round trip. */
  private boolean connect() {
    if (open && usedWithin(config.trustIdleFor()) || transport.isConnected()) {
      return true;
    }
    try {
      transport.connect(
          config.host(),
          config.port(),
          config.username().orElse(null),
          config.password().orElse(null));
      open = true;
      return true;
    } catch (MessagingException _) {
      close();
      return false;
    }
  }

  private Outcome handOver(Letter letter) {
    try {
      transport.sendMessage(
          message(letter), new Address[] {new InternetAddress(letter.recipient())});
      open = true;
      lastSuccess = System.nanoTime();
      return new Outcome.Accepted();
    } catch (MessagingException _) {
      return afterFailure(transport.getLastReturnCode());
    }
  }

  private SMTPMessage message(Letter letter) throws MessagingException {
    SMTPMessage message = new SMTPMessage(session, new ByteArrayInputStream(letter.bytes()));
    message.setEnvelopeFrom(letter.sender());
    return message;
  }

  /** The code only: the words of a server may quote addresses. */
  private Outcome afterFailure(int code) {
    if (code == CLOSING || code < 400 || code > 599) {
      close();
      return new Outcome.Unreachable();
    }
    // The connection goes on, but is asked first, which also makes the server forget this mail.
    open = false;
    return code < 500
        ? new Outcome.Deferred("deferred-" + code)
        : new Outcome.Refused("rejected-" + code);
  }

  private boolean usedWithin(Duration time) {
    return System.nanoTime() - lastSuccess < time.toNanos();
  }
}
