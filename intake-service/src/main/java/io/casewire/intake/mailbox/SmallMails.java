package io.casewire.intake.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.MessageSet;

/**
 * Fetches what is small in one go: nearly all mail is, and a server's answer takes longer to come
 * than to read.
 */
final class SmallMails {

  private static final int SMALL_BYTES = 64 * 1024;

  /** One byte more than is small, so that a mail shows when its server has understated its size. */
  private static final String BEGINNING = "BODY.PEEK[]<0.%d>".formatted(SMALL_BYTES + 1);

  private SmallMails() {}

  /** The whole content of those that are small, by their numbers in the folder. */
  static Map<Integer, byte[]> fetch(IMAPFolder folder, Message[] messages)
      throws MessagingException {
    int[] small = numbersOfSmall(messages);
    Map<Integer, byte[]> contents = new HashMap<>();
    if (small.length > 0) {
      folder.doCommand(
          protocol -> {
            for (Response response : answers(protocol, small)) {
              keep(response, contents);
            }
            return null;
          });
    }
    return contents;
  }

  private static int[] numbersOfSmall(Message[] messages) throws MessagingException {
    List<Integer> numbers = new ArrayList<>(messages.length);
    for (Message message : messages) {
      if (message.getSize() <= SMALL_BYTES) {
        numbers.add(message.getMessageNumber());
      }
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Response[] answers(IMAPProtocol protocol, int[] numbers) throws ProtocolException {
    Response[] responses = protocol.fetch(MessageSet.createMessageSets(numbers), BEGINNING);
    // The server may tell of new mail in between.
    protocol.notifyResponseHandlers(responses);
    protocol.handleResult(responses[responses.length - 1]);
    return responses;
  }

  private static void keep(Response response, Map<Integer, byte[]> contents) {
    if (response instanceof FetchResponse fetched) {
      BODY body = fetched.getItem(BODY.class);
      ByteArrayInputStream content = body == null ? null : body.getByteArrayInputStream();
      if (content != null && content.available() <= SMALL_BYTES) {
        contents.put(fetched.getNumber(), content.readAllBytes());
      }
    }
  }
}
