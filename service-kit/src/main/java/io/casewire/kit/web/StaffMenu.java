package io.casewire.kit.web;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the pages of staff are: each service has some, at an address of its own. */
@Singleton
class StaffMenu {

  private final List<MenuEntry> entries;

  StaffMenu(
      @ConfigProperty(name = "casewire.desk.public-address") Optional<URI> desk,
      @ConfigProperty(name = "casewire.clocks.public-address") Optional<URI> clocks,
      @ConfigProperty(name = "casewire.notifications.public-address") Optional<URI> notifications) {
    this.entries =
        Stream.of(
                entry("desk", desk, "/desk", Role.AGENT),
                entry("board", desk, "/desk/board", Role.LEAD),
                entry("clocks", clocks, "/clocks", Role.AGENT),
                entry("notifications", notifications, "/notifications", Role.AGENT))
            .flatMap(Optional::stream)
            .toList();
  }

  /**
   * The links for a member of staff, in their order; a part that has no configured address, or that
   * he may not open, is left out.
   */
  List<MenuEntry> entries(Caller caller) {
    return entries.stream().filter(entry -> caller.isAtLeast(entry.leastRole())).toList();
  }

  private static Optional<MenuEntry> entry(
      String key, Optional<URI> base, String path, Role leastRole) {
    return base.map(address -> new MenuEntry(key, address.resolve(path).toString(), leastRole));
  }
}
