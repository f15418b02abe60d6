package io.casewire.servers.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.imap.ImapSessionState;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import org.jspecify.annotations.Nullable;

/**
 * A session whose commands work on an {@link IndexedFolder}. What the client is told unasked comes
 * from the original, which listens to a folder of its own.
 */
final class IndexedSession implements ImapSession {

  private final ImapSession original;
  private @Nullable IndexedFolder selected;

  IndexedSession(ImapSession original) {
    this.original = original;
  }

  @Override
  public void setSelected(MailFolder folder, boolean readOnly) {
    original.setSelected(folder, readOnly);
    selected = new IndexedFolder(folder, this, readOnly);
  }

  @Override
  public void deselect() {
    original.deselect();
    if (selected != null) {
      selected.deselect();
      selected = null;
    }
  }

  @Override
  public @Nullable ImapSessionFolder getSelected() {
    return selected;
  }

  @Override
  public void unsolicitedResponses(ImapResponse response) throws FolderException {
    original.unsolicitedResponses(response);
  }

  @Override
  public void unsolicitedResponses(ImapResponse response, boolean omitExpunged)
      throws FolderException {
    original.unsolicitedResponses(response, omitExpunged);
  }

  @Override
  public void closeConnection() {
    original.closeConnection();
  }

  @Override
  public void closeConnection(String message) {
    original.closeConnection(message);
  }

  @Override
  public ImapHostManager getHost() {
    return original.getHost();
  }

  @Override
  public UserManager getUserManager() {
    return original.getUserManager();
  }

  @Override
  public String getClientIP() {
    return original.getClientIP();
  }

  @Override
  public ImapSessionState getState() {
    return original.getState();
  }

  @Override
  public void setAuthenticated(GreenMailUser user) {
    original.setAuthenticated(user);
  }

  @Override
  public GreenMailUser getUser() {
    return original.getUser();
  }
}
