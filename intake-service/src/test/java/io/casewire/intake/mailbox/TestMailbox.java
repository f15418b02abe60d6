package io.casewire.intake.mailbox;

import io.casewire.intake.email.TestMail;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** A mailbox on the mail server of the tests, as its server, its owner and its poller see it. */
record TestMailbox(String address) {

  private static final String HOST = "127.0.0.1";

  /** Delivers a mail. */
  void receive(TestMail mail) throws MessagingException {
    Session session = Session.getInstance(new Properties());
    try (Transport smtp = session.getTransport("smtp")) {
      smtp.connect(HOST, port("casewire.smtp.port"), null, null);
      MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail.bytes()));
      smtp.sendMessage(message, InternetAddress.parse(address));
    }
  }

  /** What a person does who reads everything. */
  void markAllSeen() throws MessagingException {
    inInbox(inbox -> inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.SEEN), true));
  }

  /** What a person does who throws everything away. */
  void deleteAll() throws MessagingException {
    inInbox(
        inbox -> {
          inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.DELETED), true);
          inbox.expunge();
        });
  }

  int unseen() throws MessagingException {
    int[] unseen = new int[1];
    inInbox(inbox -> unseen[0] = inbox.getUnreadMessageCount());
    return unseen[0];
  }

  MailboxConfig config() {
    return new Settings(address, port("casewire.imap.port"));
  }

  private void inInbox(Work work) throws MessagingException {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect(HOST, port("casewire.imap.port"), address, address);
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      work.on(inbox);
      inbox.close(true);
    }
  }

  private static int port(String name) {
    return ConfigProvider.getConfig().getValue(name, Integer.class);
  }

  private interface Work {
    void on(Folder inbox) throws MessagingException;
  }

  private record Settings(String address, int imapPort) implements MailboxConfig {

    @Override
    public Optional<String> host() {
      return Optional.of(HOST);
    }

    @Override
    public OptionalInt port() {
      return OptionalInt.of(imapPort);
    }

    @Override
    public Protection protection() {
      return Protection.NONE;
    }

    @Override
    public Optional<String> user() {
      return Optional.of(address);
    }

    @Override
    public Optional<String> password() {
      return Optional.of(address);
    }

    @Override
    public String folder() {
      return "INBOX";
    }

    @Override
    public Duration pollEvery() {
      return Duration.ofMillis(500);
    }

    @Override
    public int batch() {
      return 2;
    }

    @Override
    public Duration lease() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration longestPause() {
      return Duration.ofMillis(200);
    }
  }
}
