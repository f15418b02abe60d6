package io.casewire.intake.email;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the e-mail channel knows of itself. */
@ConfigMapping(prefix = "casewire.intake.mail")
interface MailConfig {

  /** Where customers write to, and what we write from. */
  String supportAddress();

  /** Further addresses of ours; mail from one of them is held back. */
  Optional<List<String>> ownAddresses();

  /** The domain of the Message-IDs that we create. */
  String domain();

  /** The keys that sign our Message-IDs, shared with notification. A secret without a default. */
  String signingKeys();

  /** The largest mail that is read. */
  @WithDefault("25M")
  MemorySize maxSize();

  /** How long mail is kept as it came, in quarantine and where not all of it was taken. */
  @WithDefault("P14D")
  Duration retention();
}
