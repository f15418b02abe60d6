package io.casewire.kit.web;

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
                entry("desk", desk, "/desk"),
                entry("board", desk, "/desk/board"),
                entry("clocks", clocks, "/clocks"),
                entry("notifications", notifications, "/notifications"))
            .flatMap(Optional::stream)
            .toList();
  }

  /** The links in their order; a part that has no configured address is left out. */
  List<MenuEntry> entries() {
    return entries;
  }

  private static Optional<MenuEntry> entry(String key, Optional<URI> base, String path) {
    return base.map(address -> new MenuEntry(key, address.resolve(path).toString()));
  }
}
