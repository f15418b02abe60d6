package io.casewire.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The channels that may post with a key, by name. */
@ConfigMapping(prefix = "casewire.channel-keys")
interface ChannelKeyConfig {

  @WithParentName
  Map<String, ChannelKey> channels();

  /** One channel's key. During a rotation a channel is configured twice, under two names. */
  interface ChannelKey {

    /** SHA-256 of the key, in hexadecimal digits. The key itself is stored nowhere. */
    String sha256();

    /** Whether the channel is believed about the envelope of a mail. */
    @WithDefault("false")
    boolean trustedEnvelope();
  }
}
