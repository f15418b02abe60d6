package io.casewire.intake.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Who a message is from, as he says.
 *
 * @param address normalised for comparison; absent for a chat visitor who gave none
 * @param replyTo where he wants answers, when elsewhere
 * @param locale the language to address him in (BCP 47)
 */
public record Sender(
    @Nullable String address,
    @Nullable String replyTo,
    @Nullable String name,
    @Nullable String phone,
    String locale,
    @Nullable String accountRef) {}
