package io.casewire.notification.smtp;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSSLTransport;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The settings as Angus Mail takes them. */
final class SmtpSession {

  private SmtpSession() {}

  /**
   * @param utf8 whether addresses beyond ASCII go over this session (RFC 6531)
   */
  static Session of(SmtpConfig config, boolean utf8) {
    String prefix = "mail." + protocolOf(config);
    Properties properties = new Properties();
    properties.setProperty(
        prefix + ".connectiontimeout", millis(config.connectTimeout().toMillis()));
    properties.setProperty(prefix + ".timeout", millis(config.readTimeout().toMillis()));
    properties.setProperty(prefix + ".auth", String.valueOf(config.username().isPresent()));
    properties.setProperty(prefix + ".localhost", config.heloName());
    properties.setProperty("mail.mime.allowutf8", String.valueOf(utf8));
    // Whatever the last mail left behind is gone when the connection turns out to be alive.
    properties.setProperty(prefix + ".userset", "true");
    // A server that is slow to say goodbye must not hold up the next mail.
    properties.setProperty(prefix + ".quitwait", "false");
    properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
    if (config.protection() == SmtpConfig.Protection.STARTTLS) {
      properties.setProperty(prefix + ".starttls.required", "true");
    }
    return Session.getInstance(properties);
  }

  /** Made by hand, not looked up: the look-up depends on the class loader of the thread. */
  static SMTPTransport transportOf(Session session, SmtpConfig config) {
    URLName name = new URLName(protocolOf(config), null, -1, null, null, null);
    return config.protection() == SmtpConfig.Protection.TLS
        ? new SMTPSSLTransport(session, name)
        : new SMTPTransport(session, name);
  }

  private static String protocolOf(SmtpConfig config) {
    return config.protection() == SmtpConfig.Protection.TLS ? "smtps" : "smtp";
  }

  private static String millis(long millis) {
    return Long.toString(millis);
  }
}
