package io.casewire.intake.mail.thread;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Verifies what we signed when we sent it; each function gives the case, or nothing when the text
 * is not ours.
 *
 * @param messageId takes a Message-ID without angle brackets
 * @param plusPart takes the plus part of an address, in lower case as all of an address
 * @param subjectToken takes what stands between square brackets in a subject
 */
public record SignedReferences(
    Function<String, Optional<UUID>> messageId,
    Function<String, Optional<UUID>> plusPart,
    Function<String, Optional<UUID>> subjectToken) {}
