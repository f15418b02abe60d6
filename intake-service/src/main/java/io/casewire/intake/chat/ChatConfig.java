package io.casewire.intake.chat;

import io.casewire.kit.ratelimit.RateLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the chat. */
@ConfigMapping(prefix = "casewire.intake.chat")
interface ChatConfig {

  /**
   * Origins ({@code https://www.example.com}) of pages that may open a chat besides those that this
   * service serves itself.
   */
  Optional<Set<String>> allowedOrigins();

  /** The most sockets that may be open at this replica. */
  @WithDefault("20000")
  int sockets();

  /** The most sockets that one client address may have open at this replica. */
  @WithDefault("20")
  int socketsPerClient();

  /** How long a socket may take to say hello. */
  @WithDefault("PT10S")
  Duration helloWithin();

  /**
   * How often the server sends each socket something that its page and its browser notice. What
   * stays silent for twice as long is dead, and either end gives it up.
   */
  @WithDefault("PT15S")
  Duration heartbeat();

  /** How often the tables are read without a signal, in case one was lost. */
  @WithDefault("PT5S")
  Duration poll();

  /** How much one session may write. */
  Limits rateLimit();

  /** A chat is many short messages. */
  interface Limits extends RateLimits {

    @Override
    @WithDefault("5")
    int perSecond();

    @Override
    @WithDefault("600")
    int perHour();
  }
}
