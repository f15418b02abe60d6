package io.casewire.intake.mail;

import io.casewire.kit.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address as a mail names it.
 *
 * @param address for comparing and storing
 * @param asWritten for sending to: some servers tell upper from lower case in the local part
 * @param name the display name, decoded, at most 200 characters; absent when there was none
 */
public record NamedAddress(EmailAddress address, String asWritten, @Nullable String name) {}
