package io.casewire.intake.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The sender of a message, by his own account.
 *
 * @param contact by which the customer is found; absent for a chat visitor who gave none
 * @param replyTo the address at which the sender wants answers, if it is another one
 * @param locale the language of messages to the sender (BCP 47)
 */
public record Sender(
    @Nullable Contact contact,
    @Nullable String replyTo,
    @Nullable String name,
    @Nullable String phone,
    String locale,
    @Nullable String accountRef) {

  /** The sender with this e-mail address, in normal form; without one, a sender of no contact. */
  public static Sender of(@Nullable String address, @Nullable String name, String locale) {
    Contact contact = address == null ? null : new Contact(Contact.EMAIL, address);
    return new Sender(contact, null, name, null, locale, null);
  }

  /** The e-mail address in normal form; null if the contact is none. */
  public @Nullable String address() {
    return contact != null && contact.isEmail() ? contact.value() : null;
  }
}
