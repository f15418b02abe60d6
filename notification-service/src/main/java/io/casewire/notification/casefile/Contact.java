package io.casewire.notification.casefile;

import io.casewire.events.CaseOpened;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.PersonalMessage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the customer can be reached.
 *
 * @param channel of the last message, which is where an answer is expected
 * @param locale what the customer last asked to be addressed in (BCP 47)
 * @param address where a mail to the customer goes: the last address that the customer gave for
 *     answers
 */
public record Contact(UUID customerId, String channel, String locale, @Nullable String address) {

  /** The channel whose messages are confirmed by the customer's client. */
  public static final String CHAT = "chat";

  static Contact first(CaseOpened opened) {
    return new Contact(
        opened.customerId(), opened.channel(), opened.locale(), addressIn(opened.personal()));
  }

  Contact heard(CustomerMessageReceived message) {
    String latest = addressIn(message.personal());
    return new Contact(
        customerId, message.channel(), message.locale(), latest == null ? address : latest);
  }

  /** Whether the customer is or was last in a chat. */
  public boolean inChat() {
    return channel.equals(CHAT);
  }

  private static @Nullable String addressIn(PersonalMessage message) {
    return message.replyTo() == null ? message.from() : message.replyTo();
  }
}
