package io.casewire.notification.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes all mails. */
@ConfigMapping(prefix = "casewire.notification.smtp")
public interface SmtpConfig {

  String host();

  @WithDefault("25")
  int port();

  /** How the connection is protected. */
  @WithDefault("starttls")
  Protection protection();

  /** The account; none for a server that knows its clients by address. */
  Optional<String> username();

  /** The account's password. */
  Optional<String> password();

  @WithDefault("PT5S")
  Duration connectTimeout();

  /** How long one answer of the server may take. */
  @WithDefault("PT10S")
  Duration readTimeout();

  /**
   * How long one mail may take in all, a new connection included. A server that sends its answers
   * letter by letter keeps within the other limits for ever. Must be well under the lease.
   */
  @WithDefault("PT20S")
  Duration attemptTimeout();

  /** By which name we greet the server (RFC 5321 section 4.1.1.1). */
  String heloName();

  /** A connection that no mail went through for this long is closed. */
  @WithDefault("PT30S")
  Duration closeIdleAfter();

  /** A connection that rested for longer is asked whether it still stands before it is used. */
  @WithDefault("PT2S")
  Duration trustIdleFor();

  /** Protection of a connection. */
  enum Protection {
    /** For a server on the same machine only. */
    NONE,
    /** TLS from the STARTTLS command on; without it nothing is sent (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte (RFC 8314). */
    TLS
  }
}
