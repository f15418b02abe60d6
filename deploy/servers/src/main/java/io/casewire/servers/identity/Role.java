package io.casewire.servers.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of the staff may be; on the wire the name in small letters. */
public enum Role {
  AGENT,
  LEAD,
  SUPERVISOR,
  ADMIN;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }
}
