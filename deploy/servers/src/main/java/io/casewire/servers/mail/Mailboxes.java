package io.casewire.servers.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import java.util.Optional;

/** Every address has a mailbox from the moment somebody writes to it; each mail is reported. */
final class Mailboxes implements MessageDeliveryHandler {

  private final UserManager users;
  private final Arrivals arrivals;

  Mailboxes(UserManager users, Arrivals arrivals) {
    this.users = users;
    this.arrivals = arrivals;
  }

  @Override
  public GreenMailUser handle(MovingMessage mail, MailAddress recipient)
      throws MessagingException, UserException {
    var address = recipient.getEmail();
    var mailbox = mailboxOf(address);
    arrivals.add(
        address, Optional.ofNullable(mail.getMessage().getHeader("Message-ID", null)).orElse(""));
    return mailbox;
  }

  /** One at a time: of two mails to a new address at once the second would replace the mailbox. */
  private synchronized GreenMailUser mailboxOf(String address) throws UserException {
    var existing = users.getUserByEmail(address);
    return existing == null ? users.createUser(address, address, address) : existing;
  }
}
