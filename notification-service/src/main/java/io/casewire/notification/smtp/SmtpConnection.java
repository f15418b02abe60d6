package io.casewire.notification.smtp;

import io.casewire.notification.attempt.Outcome;
import io.casewire.notification.letter.Letter;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection that is opened by the first mail and kept for the next ones. For one thread at a
 * time.
 */
public final class SmtpConnection implements AutoCloseable {

  private final SmtpConfig config;
  private final Session session;
  private final SMTPTransport transport;
  private long lastUsed;

  public SmtpConnection(SmtpConfig config) {
    this.config = config;
    this.session = SmtpSession.of(config);
    this.transport =
        new SMTPTransport(session, new URLName(SmtpSession.protocol(config), null, -1, null, null, null));
  }

  /** Hands a mail over. Blocks until the server has answered or a time-out has passed. */
  public Outcome send(Letter letter) {
    try {
      connect();
      transport.sendMessage(message(letter), new Address[] {recipient(letter)});
      lastUsed = System.nanoTime();
      return new Outcome.Accepted();
    } catch (MessagingException e) {
      return afterFailure();
    }
  }

  /** Ends the connection politely, if there is one. */
  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException _) {
      // It is gone, which is all that was wanted.
    }
  }

  private void connect() throws MessagingException {
    if (isUsable()) {
      return;
    }
    transport.connect(
        config.host(),
        config.port(),
        config.username().orElse(null),
        config.password().orElse(null));
  }

  /** Asking before every mail would cost a round trip; a server that closes idle ones takes longer. */
  private boolean isUsable() {
    Duration idle = Duration.ofNanos(System.nanoTime() - lastUsed);
    return idle.compareTo(config.trustIdleFor()) < 0 && hasTransaction() || transport.isConnected();
  }
}
