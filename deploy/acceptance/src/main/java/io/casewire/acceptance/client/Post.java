package io.casewire.acceptance.client;

import io.casewire.acceptance.stack.Deployment.MailHost;
import jakarta.mail.Authenticator;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The mailboxes of customers and agents, as their mail programs use them. */
public final class Post {

  private static final String TIMEOUT_MILLIS = "10000";

  private final Session session;

  public Post(MailHost host) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", host.name());
    properties.setProperty("mail.smtp.port", String.valueOf(host.smtpPort()));
    properties.setProperty("mail.imap.host", host.name());
    properties.setProperty("mail.imap.port", String.valueOf(host.imapPort()));
    for (String protocol : List.of("smtp", "imap")) {
      properties.setProperty("mail.%s.connectiontimeout".formatted(protocol), TIMEOUT_MILLIS);
      properties.setProperty("mail.%s.timeout".formatted(protocol), TIMEOUT_MILLIS);
    }
    this.session = Session.getInstance(properties, new NoPassword());
  }

  /** Hands a mail to the mail server; when this returns, the server has taken it. */
  public void send(Letter letter) {
    try {
      Transport.send(letter.asMessage(session));
    } catch (MessagingException e) {
      throw new IllegalStateException("can't send to " + letter.to(), e);
    }
  }

  /** The recipient's mail server gives a mail back to its sender: there is no such mailbox. */
  public void giveBack(Letter letter) {
    DeliveryReport report = new DeliveryReport(letter);
    try {
      Transport.send(report.asMessage(session), report.recipients());
    } catch (MessagingException e) {
      throw new IllegalStateException("can't report to " + letter.from(), e);
    }
  }

  /** A connection to the mail server for one thread. */
  public Line newLine() {
    return new Line(session);
  }

  /** A connection that is kept from mail to mail, and opened anew when it has failed. */
  public static final class Line {

    private final Session session;
    private @Nullable Transport transport;

    private Line(Session session) {
      this.session = session;
    }

    /**
     * Hands a mail to the mail server; when this returns, the server has taken it.
     *
     * @throws IllegalStateException when it may not have been taken
     */
    public void send(Letter letter) {
      try {
        MimeMessage message = letter.asMessage(session);
        connected().sendMessage(message, message.getAllRecipients());
      } catch (MessagingException e) {
        hangUp();
        throw new IllegalStateException("can't send to " + letter.to(), e);
      }
    }

    private Transport connected() throws MessagingException {
      if (transport == null) {
        transport = session.getTransport("smtp");
        transport.connect();
      }
      return transport;
    }

    private void hangUp() {
      try {
        if (transport != null) {
          transport.close();
        }
      } catch (MessagingException _) {
        // It is broken already.
      } finally {
        transport = null;
      }
    }
  }

  /** All mails in the mailbox of this address, oldest first. */
  public List<Letter> inbox(String address) {
    try (Store store = session.getStore("imap")) {
      store.connect(address, address);
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        List<Letter> letters = new ArrayList<>();
        for (Message message : inbox.getMessages()) {
          letters.add(Letter.of((MimeMessage) message));
        }
        return letters;
      }
    } catch (MessagingException e) {
      throw new IllegalStateException("can't read the mail of " + address, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mail server of the local stack asks for a password and does not look at it. */
  private static final class NoPassword extends Authenticator {
    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(getDefaultUserName(), getDefaultUserName());
    }
  }
}
