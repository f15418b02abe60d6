package io.casewire.servers.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * GreenMail with three changes, each measured in decision 0132. It takes mail without a sender, as
 * bounces are sent. It sends the pieces of an IMAP answer at once, since a socket that collects
 * them waits 40 ms for the client. Its IMAP sessions find the number of a mail without a search.
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

  /** With a {@code MAIL FROM:<>} that is remembered (RFC 5321, 4.5.5). */
  private static final class Commands extends SmtpCommandRegistry {

    private static final Pattern NULL_SENDER =
        Pattern.compile("MAIL FROM:\\s*<>(\\s.*)?", Pattern.CASE_INSENSITIVE);

    @Override
    public SmtpCommand getCommand(String name) {
      var original = super.getCommand(name);
      return "MAIL".equals(name.toUpperCase(Locale.ROOT)) ? withNullSender(original) : original;
    }

    private static SmtpCommand withNullSender(SmtpCommand original) {
      return new SmtpCommand() {
        @Override
        public void execute(
            SmtpConnection client, SmtpState state, SmtpManager manager, String line)
            throws IOException {
          original.execute(client, state, manager, line);
          if (NULL_SENDER.matcher(line).matches()) {
            state.getMessage().setReturnPath(new MailAddress(""));
          }
        }
      };
    }
  }
}
