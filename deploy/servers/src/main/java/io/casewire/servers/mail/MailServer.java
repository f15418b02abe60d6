package io.casewire.servers.mail;

import com.icegreen.greenmail.util.ServerSetup;
import io.casewire.servers.ServerProcess;
import io.casewire.servers.http.HttpListener;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A mail server on the loopback interface that stands for the whole world: it takes a mail for any
 * recipient and shows it in the mailbox of that address, to whoever logs in with the address as the
 * name; the password is not checked. Mail is kept in memory only, and only so much of it: the
 * oldest goes first, but for that in one mailbox.
 */
public final class MailServer implements AutoCloseable {

  private static final int REMEMBERED_ARRIVALS = 1_000_000;
  private static final int KEPT_MAILS = 4_000;

  private final OpenMailHost host;
  private final HttpListener http;
  private final Arrivals arrivals;

  private MailServer(OpenMailHost host, HttpListener http, Arrivals arrivals) {
    this.host = host;
    this.http = http;
    this.arrivals = arrivals;
  }

  /** Runs a mail server as a process; the settings are in system properties. */
  public static void main(String[] args) {
    ServerProcess.run(
        "mail",
        () ->
            start(
                ServerProcess.port("casewire.mail.smtp-port"),
                ServerProcess.port("casewire.mail.imap-port"),
                ServerProcess.port("casewire.mail.http-port"),
                KEPT_MAILS,
                ServerProcess.setting("casewire.mail.kept-whole")));
  }

  /** Starts on any three free ports. */
  public static MailServer start() {
    return start(KEPT_MAILS, "");
  }

  /**
   * Starts on any three free ports with room for {@code capacity} mails outside {@code keptWhole}.
   */
  static MailServer start(int capacity, String keptWhole) {
    return start(0, 0, 0, capacity, keptWhole);
  }

  private static MailServer start(
      int smtpPort, int imapPort, int httpPort, int capacity, String keptWhole) {
    var arrivals = new Arrivals(REMEMBERED_ARRIVALS, Clock.systemUTC());
    var host =
        new OpenMailHost(
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    host.getUserManager().setAuthRequired(false);
    var users = host.getUserManager();
    users.setMessageDeliveryHandler(new Mailboxes(users, arrivals, capacity, keptWhole));
    host.start();
    var http = HttpListener.start(httpPort, Map.of("/arrivals", arrivals::get));
    return new MailServer(host, http, arrivals);
  }

  public int smtpPort() {
    return host.port(ServerSetup.PROTOCOL_SMTP);
  }

  public int imapPort() {
    return host.port(ServerSetup.PROTOCOL_IMAP);
  }

  /** The port of {@code GET /arrivals}. */
  public int httpPort() {
    return http.port();
  }

  /** Arrivals after number {@code n}, oldest first. */
  List<Arrivals.Arrival> arrivalsAfter(long n) {
    return arrivals.after(n, Arrivals.MOST);
  }

  @Override
  public void close() {
    http.close();
    host.stop();
  }
}
