package io.casewire.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    byte[] hash = sha256(key);
    Channel found = null;
    for (HashedKey candidate : keys) {
      if (MessageDigest.isEqual(candidate.hash(), hash)) {
        found = candidate.channel();
      }
    }
    return Optional.ofNullable(found);
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
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
