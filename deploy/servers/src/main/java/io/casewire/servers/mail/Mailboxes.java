package io.casewire.servers.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every address has a mailbox from its first mail on; an address with a detail (RFC 5233) shares
 * the mailbox of the address without, if that is there. Each mail is reported. Of all mail outside
 * of one mailbox the latest is kept, since it takes memory.
 */
final class Mailboxes implements MessageDeliveryHandler {

  private final UserManager users;
  private final Arrivals arrivals;
  private final int capacity;
  private final String keptWhole;

  /** One entry for each mail that is kept, in the order of arrival. */
  private final ArrayDeque<GreenMailUser> order = new ArrayDeque<>();

  /** How many mails of each user are kept, those on their way included. */
  private final Map<GreenMailUser, Integer> kept = new HashMap<>();

  /**
   * @param capacity how many mails are kept
   * @param keptWhole the address whose mail does not count and is never thrown away
   */
  Mailboxes(UserManager users, Arrivals arrivals, int capacity, String keptWhole) {
    this.users = users;
    this.arrivals = arrivals;
    this.capacity = capacity;
    this.keptWhole = keptWhole;
  }

  @Override
  public GreenMailUser handle(MovingMessage mail, MailAddress recipient)
      throws MessagingException, UserException {
    var owner = prepared(recipient.getEmail());
    arrivals.add(
        recipient.getEmail(),
        Optional.ofNullable(mail.getMessage().getHeader("Message-ID", null)).orElse(""));
    return owner;
  }

  /** One at a time: of two mails to a new address at once the second would replace the mailbox. */
  private synchronized GreenMailUser prepared(String address) throws UserException {
    try {
      var owner = ownerOf(address);
      if (!owner.getEmail().equals(keptWhole)) {
        order.addLast(owner);
        kept.merge(owner, 1, Integer::sum);
        if (order.size() > capacity) {
          throwAwayOldestOf(order.removeFirst());
        }
      }
      return owner;
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private GreenMailUser ownerOf(String address) throws UserException {
    var existing = users.getUserByEmail(address);
    if (existing != null) {
      return existing;
    }
    var owners = users.getUserByEmail(withoutDetail(address));
    return owners == null ? users.createUser(address, address, address) : owners;
  }

  private void throwAwayOldestOf(GreenMailUser user) throws FolderException {
    var inbox = users.getImapHostManager().getInbox(user);
    var mails = inbox.getMessageUids();
    if (mails.length > 0) {
      inbox.setFlags(new Flags(Flags.Flag.DELETED), true, mails[0], null, true);
      inbox.expunge();
    }
    if (kept.merge(user, -1, (count, less) -> count == 1 ? null : count + less) == null) {
      users.deleteUser(user);
    }
  }

  /** As mail servers do, {@code user+detail} is the mailbox {@code user}, if there is one. */
  private static String withoutDetail(String address) {
    return address.replaceFirst("^([^+@]+)\\+[^@]*@", "$1@");
  }
}
