package io.casewire.intake.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes mails for tests as mail programs do; every one is another mail unless told otherwise. */
public final class TestMail {

  private final List<String> headers = new ArrayList<>();
  private String body = "Hello";

  private TestMail() {}

  /** A mail of this sender to the support mailbox, with a Message-ID of its own. */
  public static TestMail from(String sender) {
    return new TestMail()
        .header("From", sender)
        .header("To", "support@casewire.example")
        .header("Message-ID", "<" + UUID.randomUUID() + "@mail.customers.example>")
        .header("Date", "Mon, 02 Mar 2026 10:00:00 +0000")
        .header("Content-Type", "text/plain; charset=utf-8");
  }

  /** Sets a header field, in place of one of the same name. */
  public TestMail header(String name, String value) {
    without(name);
    headers.add(name + ": " + value);
    return this;
  }

  public TestMail without(String name) {
    headers.removeIf(header -> header.startsWith(name + ":"));
    return this;
  }

  public TestMail subject(String subject) {
    return header("Subject", subject);
  }

  public TestMail answering(String messageId) {
    return header("In-Reply-To", messageId).header("References", messageId);
  }

  public TestMail text(String text) {
    this.body = text;
    return this;
  }

  /** Its Message-ID with the angle brackets. */
  public String messageId() {
    return headers.stream()
        .filter(header -> header.startsWith("Message-ID: "))
        .map(header -> header.substring("Message-ID: ".length()))
        .findFirst()
        .orElseThrow();
  }

  public byte[] bytes() {
    String mail = String.join("\r\n", headers) + "\r\n\r\n" + body.replace("\n", "\r\n") + "\r\n";
    return mail.getBytes(StandardCharsets.UTF_8);
  }
}
