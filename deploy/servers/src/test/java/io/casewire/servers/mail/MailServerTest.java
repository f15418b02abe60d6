package io.casewire.servers.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailServerTest {

  private MailServer server;

  @BeforeEach
  void start() {
    server = MailServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_mail_to_an_address_never_seen_before_is_in_its_mailbox() throws Exception {
    // When
    send("desk@casewire.localhost", "lin@example.com", "您好");

    // Then
    try (var store = logIn("lin@example.com");
        var inbox = open(store)) {
      assertEquals("您好", inbox.getMessage(1).getSubject());
    }
  }

  @Test
  void a_mail_to_an_address_with_a_detail_is_in_the_mailbox_without_it() throws Exception {
    // Given
    logIn("support@casewire.localhost").close();

    // When
    send("lin@example.com", "support+token@casewire.localhost", "Re: Refund");

    // Then
    try (var store = logIn("support@casewire.localhost");
        var inbox = open(store)) {
      assertEquals("Re: Refund", inbox.getMessage(1).getSubject());
    }
  }

  @Test
  void the_oldest_mail_goes_first_but_not_from_the_mailbox_that_is_kept_whole() throws Exception {
    // Given
    server.close();
    server = MailServer.start(2, "support@casewire.localhost");

    // When
    send("lin@example.com", "support@casewire.localhost", "Help");
    send("support@casewire.localhost", "lin@example.com", "1");
    send("support@casewire.localhost", "lin@example.com", "2");
    send("support@casewire.localhost", "kim@example.com", "3");

    // Then
    assertEquals(
        List.of(List.of("Help"), List.of("2"), List.of("3")),
        List.of(
            subjects("support@casewire.localhost"),
            subjects("lin@example.com"),
            subjects("kim@example.com")));
  }

  @Test
  void a_mail_without_a_sender_is_taken() throws Exception {
    // When
    send("<>", "lin@example.com", "Undelivered");

    // Then
    try (var store = logIn("lin@example.com");
        var inbox = open(store)) {
      assertEquals("Undelivered", inbox.getMessage(1).getSubject());
    }
  }

  @Test
  void an_idle_reader_is_told_of_a_new_mail() throws Exception {
    // Given
    try (var store = logIn("support@casewire.localhost");
        var inbox = (IMAPFolder) open(store)) {
      var told = new CompletableFuture<Message>();
      inbox.addMessageCountListener(
          new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
              told.complete(event.getMessages()[0]);
            }
          });
      Thread.startVirtualThread(() -> idle(inbox));

      // When
      send("lin@example.com", "support@casewire.localhost", "Help");

      // Then
      assertEquals("Help", told.get(20, SECONDS).getSubject());
    }
  }

  @Test
  void arrivals_are_reported_in_order_and_from_any_point() throws Exception {
    // Given
    send("desk@casewire.localhost", "one@example.com", "1");
    send("desk@casewire.localhost", "two@example.com", "2");
    await().until(() -> server.arrivalsAfter(0).size() == 2);

    // When
    var json = get("/arrivals?after=1&limit=10");

    // Then
    assertTrue(json.startsWith("[{\"n\":2,\"recipient\":\"two@example.com\""), json);
    assertEquals("one@example.com", server.arrivalsAfter(0).getFirst().recipient());
  }

  private void send(String envelopeSender, String recipient, String subject) throws Exception {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(server.smtpPort()));
    properties.setProperty("mail.smtp.from", envelopeSender);
    var mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress("desk@casewire.localhost"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    mail.setSubject(subject, "UTF-8");
    mail.setText("-");
    Transport.send(mail);
  }

  private Store logIn(String address) throws Exception {
    var store = Session.getInstance(new Properties()).getStore("imap");
    store.connect("127.0.0.1", server.imapPort(), address, address);
    return store;
  }

  private static Folder open(Store store) throws Exception {
    var inbox = store.getFolder("INBOX");
    inbox.open(Folder.READ_ONLY);
    return inbox;
  }

  private static void idle(IMAPFolder inbox) {
    try {
      inbox.idle();
    } catch (Exception e) {
      // The test ended and closed the folder under the reader.
    }
  }

  private List<String> subjects(String address) throws Exception {
    try (var store = logIn(address);
        var inbox = open(store)) {
      var subjects = new ArrayList<String>();
      for (Message mail : inbox.getMessages()) {
        subjects.add(mail.getSubject());
      }
      return subjects;
    }
  }

  private String get(String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + server.httpPort() + path);
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
