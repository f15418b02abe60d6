package io.casewire.servers.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;

/**
 * GreenMail that also takes mail without a sender, as bounces and automatic answers are sent, and
 * answers IMAP at once: it writes an answer in pieces, and a socket that collects them waits for
 * the client, who waits as well (40 ms, each time).
 */
final class OpenMailHost extends GreenMail {

  OpenMailHost(ServerSetup... setups) {
    super(setups);
  }

  @Override
  protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
    var services = super.createServices(setups, managers);
    services.computeIfPresent(
        ServerSetup.PROTOCOL_SMTP,
        (protocol, original) -> new NullSenderSmtpServer(original.getServerSetup(), managers));
    services.computeIfPresent(
        ServerSetup.PROTOCOL_IMAP,
        (protocol, original) -> new PromptImapServer(original.getServerSetup(), managers));
    return services;
  }

  /** Where the server of this protocol listens. */
  int port(String protocol) {
    return services.get(protocol).getPort();
  }

  private static final class PromptImapServer extends AbstractServer {

    PromptImapServer(ServerSetup setup, Managers managers) {
      super(setup, managers);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
      try {
        client.setTcpNoDelay(true);
      } catch (SocketException e) {
        throw new UncheckedIOException(e);
      }
      return new ImapConnection(managers.getUserManager(), managers.getImapHostManager(), client);
    }
  }

  private static final class NullSenderSmtpServer extends SmtpServer {

    NullSenderSmtpServer(ServerSetup setup, Managers managers) {
      super(setup, managers);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
      return new SmtpHandler(new Commands(), managers.getSmtpManager(), client);
    }
  }

  private static final class Commands extends SmtpCommandRegistry {

    @Override
    public SmtpCommand getCommand(String name) {
      var original = super.getCommand(name);
      return "MAIL".equals(name.toUpperCase(Locale.ROOT))
          ? new NullSenderMailCommand(original)
          : original;
    }
  }
}
