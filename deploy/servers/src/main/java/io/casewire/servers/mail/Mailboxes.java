package io.casewire.servers.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import java.util.Optional;

/**
 * Every address has a mailbox from the moment somebody writes to it; an address with a detail (RFC
 * 5233) shares the mailbox of the address without, if that is there. Each mail is reported.
 */
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
    if (existing != null) {
      return existing;
    }
    var owners = users.getUserByEmail(withoutDetail(address));
    return owners == null ? users.createUser(address, address, address) : owners;
  }

  /** As mail servers do, {@code user+detail} is the mailbox {@code user}, if there is one. */
  private static String withoutDetail(String address) {
    return address.replaceFirst("^([^+@]+)\\+[^@]*@", "$1@");
  }
}
