package io.casewire.intake.mailbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The mailbox that is fetched from; none unless a host is set. */
@ConfigMapping(prefix = "casewire.intake.mailbox")
interface MailboxConfig {

  /** The IMAP server. */
  Optional<String> host();

  /** Its port; 993 with TLS from the first byte, else 143. */
  OptionalInt port();

  /** How the connection is protected. */
  @WithDefault("tls")
  Protection protection();

  /** The account's name. */
  Optional<String> user();

  /** The account's password. A secret, so there is no default. */
  Optional<String> password();

  /** The address that the mailbox belongs to. */
  String address();

  /** The folder that mail arrives in. It is only read: marks and moves are left to people. */
  @WithDefault("INBOX")
  String folder();

  /** How often it is looked into even if the server tells of nothing. */
  @WithDefault("PT1.5S")
  Duration pollEvery();

  /** How many mails are taken before the position is kept. */
  @WithDefault("100")
  int batch();

  /** How long another replica waits for a sign of life before it takes over. */
  @WithDefault("PT10S")
  Duration lease();

  /** How long the server may take to answer. */
  @WithDefault("PT30S")
  Duration timeout();

  /** The longest pause before trouble is tried again. */
  @WithDefault("PT30S")
  Duration longestPause();

  /** How the connection is protected. */
  enum Protection {
    /** Not at all: for a server on this machine. */
    NONE,
    /** By STARTTLS, or not used. */
    STARTTLS,
    /** By TLS from the first byte. */
    TLS
  }
}
