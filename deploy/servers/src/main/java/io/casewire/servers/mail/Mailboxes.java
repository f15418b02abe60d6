package io.casewire.servers.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every address has a mailbox from the moment somebody writes to it; an address with a detail (RFC
 * 5233) shares the mailbox of the address without, if that is there. Each mail is reported. Of all
 * mail outside of one mailbox the latest is kept, since it takes memory.
 */
final class Mailboxes implements MessageDeliveryHandler {

  private final UserManager users;
  private final Arrivals arrivals;
  private final int capacity;
  private final String keptWhole;
  private final Map<String, Mailbox> byAddress = new HashMap<>();

  /** Whose mail came when; the oldest mail of the mailbox is the one meant. */
  private final ArrayDeque<Mailbox> order = new ArrayDeque<>();

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
    var mailbox = prepared(recipient.getEmail());
    arrivals.add(
        recipient.getEmail(),
        Optional.ofNullable(mail.getMessage().getHeader("Message-ID", null)).orElse(""));
    return mailbox;
  }

  /** One at a time: of two mails to a new address at once the second would replace the mailbox. */
  private synchronized Mailbox prepared(String address) throws UserException {
    try {
      var owner = ownerOf(address);
      var mailbox = byAddress.get(owner.getEmail());
      if (mailbox == null) {
        mailbox = new Mailbox(owner, users.getImapHostManager());
        byAddress.put(owner.getEmail(), mailbox);
      }
      if (!owner.getEmail().equals(keptWhole)) {
        makeRoomIn(mailbox);
      }
      return mailbox;
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

  private void makeRoomIn(Mailbox mailbox) throws FolderException {
    mailbox.expectOne();
    order.addLast(mailbox);
    if (order.size() > capacity) {
      var oldest = order.removeFirst();
      if (oldest.throwOldestAway()) {
        byAddress.remove(oldest.getEmail());
        users.deleteUser(oldest);
      }
    }
  }

  /** As mail servers do, {@code user+detail} is the mailbox {@code user}, if there is one. */
  private static String withoutDetail(String address) {
    return address.replaceFirst("^([^+@]+)\\+[^@]*@", "$1@");
  }
}
