package io.casewire.servers.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * {@code MAIL FROM:<>} (RFC 5321, 4.5.5). The original answers 250 to it, but then refuses every
 * recipient because it takes the missing sender for a missing command.
 */
final class NullSenderMailCommand extends SmtpCommand {

  private static final Pattern NULL_SENDER =
      Pattern.compile("MAIL FROM:\\s*<>(\\s.*)?", Pattern.CASE_INSENSITIVE);

  private final SmtpCommand original;

  NullSenderMailCommand(SmtpCommand original) {
    this.original = original;
  }

  @Override
  public void execute(SmtpConnection client, SmtpState state, SmtpManager manager, String line)
      throws IOException {
    original.execute(client, state, manager, line);
    if (NULL_SENDER.matcher(line).matches()) {
      state.getMessage().setReturnPath(new MailAddress(""));
    }
  }
}
