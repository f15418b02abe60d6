package io.casewire.notification.letter;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mail of two forms of the same text, plain and HTML (RFC 2046 section 5.1.4). */
final class Mime extends MimeMessage {

  static {
    // Otherwise the library searches the class path for its own streams, several times a mail.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  private static final String CHARSET = StandardCharsets.UTF_8.name();
  private static final Session NO_SETTINGS = Session.getInstance(new Properties());
  private static final Session UTF8_HEADERS = utf8Headers();

  private final String messageId;

  /**
   * @param utf8 whether an address in its header goes beyond ASCII (RFC 6532)
   */
  Mime(String messageId, boolean utf8) {
    super(utf8 ? UTF8_HEADERS : NO_SETTINGS);
    this.messageId = messageId;
  }

  /** Keeps the id that the conversation knows this mail by, instead of making up one. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  void from(String address, String name) throws MessagingException {
    setFrom(mailbox(address, name));
  }

  /**
   * @param mailbox as it stands in a header; the library's own check knows no mailboxes beyond
   *     ASCII
   */
  void to(String mailbox) throws MessagingException {
    InternetAddress to = new InternetAddress();
    to.setAddress(mailbox);
    setRecipient(RecipientType.TO, to);
  }

  void replyTo(String address) throws MessagingException {
    setReplyTo(new InternetAddress[] {mailbox(address, null)});
  }

  void date(Instant instant) throws MessagingException {
    setSentDate(Date.from(instant));
  }

  void wording(Wording wording) throws MessagingException {
    setSubject(wording.subject(), CHARSET);
    MimeMultipart alternatives =
        new MimeMultipart(
            "alternative", part(wording.plain(), "plain"), part(wording.html(), "html"));
    setContent(alternatives);
  }

  private static Session utf8Headers() {
    Properties settings = new Properties();
    settings.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(settings);
  }

  byte[] bytes() throws MessagingException, IOException {
    saveChanges();
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    writeTo(out);
    return out.toByteArray();
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, CHARSET, subtype);
    return part;
  }

  private static InternetAddress mailbox(String address, @Nullable String name)
      throws MessagingException {
    try {
      return name == null
          ? new InternetAddress(address, true)
          : new InternetAddress(address, name, CHARSET);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JDK has UTF-8", e);
    }
  }
}
