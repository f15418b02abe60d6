package io.casewire.intake.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A connection to the mailbox, for reading only. For one thread; closing it is for any. */
final class ImapMailbox implements AutoCloseable {

  private static final int DEFAULT_PORT = -1;
  private static final FetchProfile FACTS = facts();

  /**
   * The library remembers every message of an open folder, so it is opened anew from time to time.
   */
  private static final int REMEMBERED = 1_000;

  private final IMAPStore store;
  private final String folderName;
  private IMAPFolder folder;
  private int remembered;
  private long latestUid;
  private int latestNumber;
  private volatile boolean renumbered;

  private ImapMailbox(IMAPStore store, String folderName) throws MessagingException {
    this.store = store;
    this.folderName = folderName;
    this.folder = openFolder();
  }

  /** Connects and opens the folder. */
  static ImapMailbox open(MailboxConfig config) throws MessagingException {
    IMAPStore store = ImapSession.storeOf(config);
    try {
      store.connect(
          config.host().orElseThrow(),
          config.port().orElse(DEFAULT_PORT),
          config.user().orElse(null),
          config.password().orElse(null));
      return new ImapMailbox(store, config.folder());
    } catch (MessagingException e) {
      store.close();
      throw e;
    }
  }

  /** Looks at the folder as it is now. Changes when the server has numbered its mails anew. */
  long uidValidity() throws MessagingException {
    reopenIfNeeded();
    return folder.getUIDValidity();
  }

  /**
   * The mails after one, in the order of their UIDs, which is that of their arrival.
   *
   * @param most of them
   */
  List<RemoteMail> after(long lastUid, int most) throws MessagingException {
    int count = folder.getMessageCount();
    try {
      int first = placeAfter(lastUid, count);
      return first > count ? List.of() : mails(first, Math.min(count, first + most - 1));
    } catch (MessageRemovedException e) {
      // Somebody has just deleted a mail: what is left is looked at in the next pass.
      renumbered = true;
      return List.of();
    }
  }

  /** The mail with this UID; empty if there is none any more. */
  Optional<RemoteMail> find(long uid) throws MessagingException {
    return Optional.ofNullable((IMAPMessage) folder.getMessageByUID(uid))
        .map(message -> new RemoteMail(uid, message, null));
  }

  /** Whether the server tells of new mail by itself (RFC 2177). */
  boolean canWait() throws MessagingException {
    return store.hasCapability("IDLE");
  }

  /** Waits until the server tells of something, or {@link #stopWaiting} is called. */
  void awaitNews() throws MessagingException {
    folder.idle(true);
  }

  /** Ends the wait, from another thread, and makes sure that the server is still there. */
  void stopWaiting() {
    try {
      folder.doCommand(
          protocol -> {
            protocol.simpleCommand("NOOP", null);
            return null;
          });
    } catch (MessagingException _) {
      // The waiting thread notices for itself that the connection is gone.
    }
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (MessagingException _) {
      // It is gone, which is all that was wanted.
    }
  }

  /** Nearly always what was taken last is the latest that was fetched here. */
  private int placeAfter(long lastUid, int count) throws MessagingException {
    return latestNumber > 0 && latestUid == lastUid && !renumbered
        ? latestNumber + 1
        : Ascending.firstAbove(lastUid, count, this::uidAt);
  }

  private List<RemoteMail> mails(int first, int last) throws MessagingException {
    Message[] messages = folder.getMessages(first, last);
    folder.fetch(messages, FACTS);
    Map<Integer, byte[]> contents = SmallMails.fetch(folder, messages);
    remembered += messages.length;
    List<RemoteMail> mails = new ArrayList<>(messages.length);
    for (Message message : messages) {
      mails.add(
          new RemoteMail(
              folder.getUID(message),
              (IMAPMessage) message,
              contents.get(message.getMessageNumber())));
    }
    latestUid = mails.getLast().uid();
    latestNumber = last;
    return mails;
  }

  private long uidAt(int number) throws MessagingException {
    return folder.getUID(folder.getMessage(number));
  }

  private void reopenIfNeeded() throws MessagingException {
    if (renumbered || remembered >= REMEMBERED) {
      folder.close(false);
      folder = openFolder();
    }
  }

  private IMAPFolder openFolder() throws MessagingException {
    remembered = 0;
    latestNumber = 0;
    renumbered = false;
    IMAPFolder opened = (IMAPFolder) store.getFolder(folderName);
    opened.addMessageCountListener(
        new MessageCountAdapter() {
          @Override
          public void messagesRemoved(MessageCountEvent event) {
            renumbered = true;
          }
        });
    opened.open(Folder.READ_ONLY);
    return opened;
  }

  private static FetchProfile facts() {
    FetchProfile facts = new FetchProfile();
    facts.add(UIDFolder.FetchProfileItem.UID);
    facts.add(FetchProfile.Item.SIZE);
    facts.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    return facts;
  }
}
