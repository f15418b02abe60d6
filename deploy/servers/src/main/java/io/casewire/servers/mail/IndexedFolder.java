package io.casewire.servers.mail;

import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import java.util.Arrays;

/**
 * A selected folder that finds the number of a mail at once. GreenMail's own looks through all UIDs
 * for it, and FETCH asks it for the number of every mail: with some thousand mails in the folder
 * each FETCH took longer than the next mail.
 */
final class IndexedFolder extends ImapSessionFolder {

  private volatile long[] uids = {};

  IndexedFolder(MailFolder folder, ImapSession session, boolean readOnly) {
    super(folder, session, readOnly);
  }

  @Override
  public long[] getMessageUids() {
    uids = super.getMessageUids();
    return uids;
  }

  /** UIDs ascend with the numbers (RFC 9051, 2.3.1). */
  @Override
  public int getMsn(long uid) throws FolderException {
    int index = Arrays.binarySearch(uids, uid);
    return index >= 0 ? index + 1 : super.getMsn(uid);
  }

  @Override
  public void expunged(int number) {
    uids = new long[0];
  }

  @Override
  public void added(int number) {
    // The session's other folder tells the client.
  }

  @Override
  public void flagsUpdated(int number, Flags flags, Long uid) {
    // The session's other folder tells the client.
  }
}
