package io.casewire.intake.mailbox;

import io.casewire.intake.mailbox.MailboxConfig.Protection;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPSSLStore;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Sets up Jakarta Mail for one IMAP server. */
final class ImapSession {

  private static final String FETCH_BYTES = Integer.toString(256 * 1024);

  private ImapSession() {}

  /** Made by hand, not looked up: the look-up depends on the class loader of the thread. */
  static IMAPStore storeOf(MailboxConfig config) {
    URLName name = new URLName(protocol(config), null, -1, null, null, null);
    return config.protection() == Protection.TLS
        ? new IMAPSSLStore(of(config), name)
        : new IMAPStore(of(config), name);
  }

  private static Session of(MailboxConfig config) {
    String protocol = protocol(config);
    String prefix = "mail." + protocol + ".";
    String timeout = Long.toString(config.timeout().toMillis());
    Properties properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", timeout);
    properties.setProperty(prefix + "timeout", timeout);
    properties.setProperty(prefix + "writetimeout", timeout);
    properties.setProperty(prefix + "fetchsize", FETCH_BYTES);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    // Reading must not mark a mail as seen: people work in the same mailbox.
    properties.setProperty(prefix + "peek", "true");
    if (config.protection() == Protection.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    return Session.getInstance(properties);
  }

  private static String protocol(MailboxConfig config) {
    return config.protection() == Protection.TLS ? "imaps" : "imap";
  }
}
