package io.casewire.acceptance.client;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail.
 *
 * @param messageId with angle brackets
 * @param replyTo where its sender wants answers
 * @param inReplyTo the Message-ID of the mail that it answers
 * @param references the Message-IDs of its thread, oldest first
 * @param text its plain text
 */
public record Letter(
    String messageId,
    String from,
    String replyTo,
    String to,
    String subject,
    @Nullable String inReplyTo,
    List<String> references,
    String text) {

  public Letter {
    references = List.copyOf(references);
  }

  /** A mail that answers none. */
  public static Letter first(String from, String to, String subject, String text) {
    return new Letter(newMessageId(from), from, from, to, subject, null, List.of(), text);
  }

  /** The same mail with the Message-ID of another one. */
  public Letter withMessageId(String other) {
    return new Letter(other, from, replyTo, to, subject, inReplyTo, references, text);
  }

  /** A customer's answer to this mail, as mail programs make it: with its thread and its text. */
  public Letter answer(String answerText) {
    List<String> thread = Stream.concat(references.stream(), Stream.of(messageId)).toList();
    String quote = text.lines().map(line -> "> " + line).reduce("", (a, b) -> a + "\r\n" + b);
    return new Letter(
        newMessageId(to),
        to,
        to,
        replyTo,
        subject.startsWith("Re: ") ? subject : "Re: " + subject,
        messageId,
        thread,
        answerText + "\r\n\r\nOn Monday, support wrote:" + quote);
  }

  /** The first address of a page in the text that contains this. */
  public String link(String part) {
    return Arrays.stream(text.split("\\s+"))
        .filter(word -> word.startsWith("http") && word.contains(part))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no link with " + part + " in: " + text));
  }

  MimeMessage asMessage(Session session) throws MessagingException {
    MimeMessage message = new KeptMessageId(session);
    message.setFrom(new InternetAddress(from));
    message.setRecipient(RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    message.setSentDate(new Date());
    message.setHeader("Message-ID", messageId);
    if (inReplyTo != null) {
      message.setHeader("In-Reply-To", inReplyTo);
      message.setHeader("References", String.join(" ", references));
    }
    message.setText(text, "UTF-8");
    message.saveChanges();
    return message;
  }

  static Letter of(MimeMessage message) throws MessagingException, IOException {
    String references = message.getHeader("References", " ");
    return new Letter(
        message.getMessageID(),
        ((InternetAddress) message.getFrom()[0]).getAddress(),
        ((InternetAddress) message.getReplyTo()[0]).getAddress(),
        ((InternetAddress) message.getAllRecipients()[0]).getAddress(),
        message.getSubject(),
        message.getHeader("In-Reply-To", null),
        references == null ? List.of() : List.of(references.strip().split("\\s+")),
        plainText(message));
  }

  private static String plainText(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart one = parts.getBodyPart(i);
        String text = plainText(one);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return part.isMimeType("text/plain") ? (String) part.getContent() : "";
  }

  private static String newMessageId(String from) {
    return "<%s@%s>".formatted(UUID.randomUUID(), from.substring(from.indexOf('@') + 1));
  }

  /** Mail programs choose their Message-IDs; the library would choose another one. */
  private static final class KeptMessageId extends MimeMessage {

    KeptMessageId(Session session) {
      super(session);
    }

    @Override
    protected void updateMessageID() {
      // The one that was set stays.
    }
  }
}
