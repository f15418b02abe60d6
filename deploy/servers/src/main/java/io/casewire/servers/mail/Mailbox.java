package io.casewire.servers.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;

/**
 * A user who knows his inbox: GreenMail itself looks for it by comparing its name with every other,
 * at each mail.
 */
final class Mailbox implements GreenMailUser {

  private final GreenMailUser owner;
  private final MailFolder inbox;

  /** How many of its mails may be thrown away, those on their way into it included. */
  private int passing;

  Mailbox(GreenMailUser owner, MailFolder inbox) {
    this.owner = owner;
    this.inbox = inbox;
  }

  GreenMailUser owner() {
    return owner;
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

  @Override
  public String getEmail() {
    return owner.getEmail();
  }

  @Override
  public String getLogin() {
    return owner.getLogin();
  }

  @Override
  public String getPassword() {
    return owner.getPassword();
  }

  @Override
  public void setPassword(String password) {
    owner.setPassword(password);
  }

  @Override
  public void authenticate(String password) throws UserException {
    owner.authenticate(password);
  }

  @Override
  public String getQualifiedMailboxName() {
    return owner.getQualifiedMailboxName();
  }

  @Override
  public void create() {
    owner.create();
  }

  @Override
  public void delete() {
    owner.delete();
  }
}
