package io.casewire.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;

/**
 * A channel that posts with a key.
 *
 * @param name as configured
 * @param trustedEnvelope whether it is believed about a mail's envelope: {@code Return-Path} and
 *     {@code Delivered-To}
 */
public record Channel(String name, boolean trustedEnvelope) {

  /** The role that a channel has, for use in annotations. No member of staff has it. */
  public static final String ROLE = "channel";

  static final String ATTRIBUTE = Channel.class.getName();

  /** The channel behind an identity, if it is one. */
  public static Optional<Channel> of(SecurityIdentity identity) {
    return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
  }
}
