package io.casewire.notification.casefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Message-IDs of a case's mails in both directions, so that every mail program shows them as
 * one conversation (RFC 5322 section 3.6.4).
 *
 * @param messageIds oldest first, {@value #LONGEST} at most
 * @param lastReceived the customer's last mail
 */
public record MailThread(List<String> messageIds, @Nullable String lastReceived) {

  /** A case without mails so far. */
  public static final MailThread EMPTY = new MailThread(List.of(), null);

  /** Some servers refuse mails whose header grows without bound. */
  static final int LONGEST = 20;

  /** One id, of a length that fits a header line (RFC 5322 section 2.1.1). */
  private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x3b=\\x3f-\\x7e]{3,500}>");

  public MailThread {
    messageIds = List.copyOf(messageIds);
  }

  /**
   * The thread after a message of the customer.
   *
   * @param rfcMessageId of the mail; null for a message that was no mail
   * @param references of the mail, oldest first; whatever is no Message-ID is left out
   */
  public MailThread received(@Nullable String rfcMessageId, List<String> references) {
    if (rfcMessageId == null || !isMessageId(rfcMessageId)) {
      return this;
    }
    SequencedSet<String> ids = new LinkedHashSet<>(messageIds);
    references.stream().filter(MailThread::isMessageId).forEach(ids::add);
    ids.addLast(rfcMessageId);
    return new MailThread(shortened(ids), rfcMessageId);
  }

  /** The thread after a mail of ours. */
  public MailThread sent(String rfcMessageId) {
    SequencedSet<String> ids = new LinkedHashSet<>(messageIds);
    ids.addLast(rfcMessageId);
    return new MailThread(shortened(ids), lastReceived);
  }

  /** What the next mail of ours answers: the customer's last mail, else our own last one. */
  public @Nullable String inReplyTo() {
    if (lastReceived != null) {
      return lastReceived;
    }
    return messageIds.isEmpty() ? null : messageIds.getLast();
  }

  /** The References of the next mail of ours: oldest first, the one that it answers last. */
  public List<String> references() {
    SequencedSet<String> ids = new LinkedHashSet<>(messageIds);
    if (lastReceived != null) {
      ids.addLast(lastReceived);
    }
    return List.copyOf(ids);
  }

  /** The first id is kept whatever comes: it is the one that all mails of a thread share. */
  private static List<String> shortened(SequencedSet<String> ids) {
    List<String> all = new ArrayList<>(ids);
    if (all.size() > LONGEST) {
      all.subList(1, all.size() - LONGEST + 1).clear();
    }
    return all;
  }

  private static boolean isMessageId(String text) {
    return MESSAGE_ID.matcher(text).matches();
  }
}
