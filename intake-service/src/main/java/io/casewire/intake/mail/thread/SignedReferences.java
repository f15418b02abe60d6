package io.casewire.intake.mail.thread;

import io.casewire.intake.mail.MessageId;
import io.casewire.kit.mail.EmailAddress;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Verifies what we signed when we sent it; each function gives the case, or nothing when what it is
 * given is not ours.
 *
 * @param messageId takes an id from any header
 * @param address takes a recipient, whose plus part may be a token
 * @param subject takes a whole subject
 */
public record SignedReferences(
    Function<MessageId, Optional<UUID>> messageId,
    Function<EmailAddress, Optional<UUID>> address,
    Function<String, Optional<UUID>> subject) {}
