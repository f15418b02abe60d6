package io.casewire.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what reached a mailbox of the mail server. */
@ApplicationScoped
public class Mailboxes {

  private final String host;
  private final int port;

  Mailboxes(
      @ConfigProperty(name = "casewire.imap.host") String host,
      @ConfigProperty(name = "casewire.imap.port") int port) {
    this.host = host;
    this.port = port;
  }

  /** The mails for an address, in the order of their arrival. */
  public List<Mail> of(String address) {
    Session session = Session.getInstance(new Properties());
    try (Store store = session.getStore("imap")) {
      store.connect(host, port, address, address);
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        List<Mail> mails = new ArrayList<>();
        for (Message message : inbox.getMessages()) {
          mails.add(Mail.of((MimeMessage) message));
        }
        return mails;
      }
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("the mailbox can't be read", e);
    }
  }

  /** What tests look at in a mail; header values that are not there are empty. */
  public record Mail(
      String subject, String messageId, String inReplyTo, String references, String text) {

    static Mail of(MimeMessage message) throws MessagingException, IOException {
      MimeMultipart alternatives = (MimeMultipart) message.getContent();
      return new Mail(
          message.getSubject(),
          header(message, "Message-ID"),
          header(message, "In-Reply-To"),
          header(message, "References"),
          (String) alternatives.getBodyPart(0).getContent());
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
      String value = message.getHeader(name, ",");
      return value == null ? "" : value;
    }
  }
}
