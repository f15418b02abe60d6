package io.casewire.servers.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;

/**
 * A user who knows his inbox: GreenMail itself looks for it by comparing its name with every other,
 * at each mail.
 */
final class Mailbox extends UserImpl {

  private final MailFolder inbox;

  /** How many of its mails may be thrown away, those on their way into it included. */
  private int passing;

  Mailbox(GreenMailUser owner, ImapHostManager folders) throws FolderException {
    super(owner.getEmail(), owner.getLogin(), owner.getPassword(), folders);
    this.inbox = folders.getInbox(owner);
  }

  void expectOne() {
    passing++;
  }

  /** Whether it was the last of those that were expected. */
  boolean throwOldestAway() throws FolderException {
    var mails = inbox.getMessageUids();
    if (mails.length > 0) {
      inbox.setFlags(new Flags(Flags.Flag.DELETED), true, mails[0], null, true);
      inbox.expunge();
    }
    passing--;
    return passing == 0;
  }

  @Override
  public void deliver(MovingMessage mail) {
    deliver(mail.getMessage());
  }

  @Override
  public void deliver(MimeMessage mail) {
    try {
      inbox.store(mail);
    } catch (Exception e) {
      throw new IllegalStateException("a mail can't be stored", e);
    }
  }
}
