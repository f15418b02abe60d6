package io.casewire.kit.identity;

import io.casewire.kit.hash.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Recognises the keys of channels. */
@ApplicationScoped
public class ChannelKeys {

  private final List<HashedKey> keys;

  ChannelKeys(ChannelKeyConfig config) {
    this.keys =
        config.channels().entrySet().stream()
            .map(entry -> HashedKey.of(entry.getKey(), entry.getValue()))
            .toList();
  }

  /** The channel that a key belongs to. Takes the same time for every wrong key. */
  public Optional<Channel> channelOf(String key) {
    byte[] hash = Sha256.of(key);
    Channel found = null;
    for (HashedKey candidate : keys) {
      if (MessageDigest.isEqual(candidate.hash(), hash)) {
        found = candidate.channel();
      }
    }
    return Optional.ofNullable(found);
  }

  private record HashedKey(Channel channel, byte[] hash) {

    static HashedKey of(String name, ChannelKeyConfig.ChannelKey key) {
      byte[] hash = HexFormat.of().parseHex(key.sha256());
      if (hash.length != 32) {
        throw new IllegalArgumentException(
            "casewire.channel-keys.%s.sha256 is not a SHA-256".formatted(name));
      }
      return new HashedKey(new Channel(name, key.trustedEnvelope()), hash);
    }
  }
}
