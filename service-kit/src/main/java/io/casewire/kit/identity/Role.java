package io.casewire.kit.identity;

import io.casewire.events.wire.WireName;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What staff may do; a higher role may do all that the lower ones may. From low to high. */
public enum Role implements WireName {
  AGENT,
  LEAD,
  SUPERVISOR,
  ADMIN;

  /** The roles' names in tokens, for use in annotations. */
  public static final class Names {

    public static final String AGENT = "agent";
    public static final String LEAD = "lead";
    public static final String SUPERVISOR = "supervisor";
    public static final String ADMIN = "admin";

    private Names() {}
  }

  /** This role and all lower ones. */
  List<Role> included() {
    return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).toList();
  }

  /** The highest of the named roles; names that are none are ignored. */
  static Optional<Role> highestOf(Collection<String> names) {
    return Arrays.stream(values())
        .filter(role -> names.contains(role.wireName()))
        .max(Comparator.naturalOrder());
  }
}
