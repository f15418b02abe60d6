package io.casewire.kit.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How many requests are taken at once, and from whom. */
@ConfigMapping(prefix = "casewire.requests")
interface RequestConfig {

  /** The most requests of the public that are worked on at once; the same again for staff. */
  @WithDefault("128")
  int mostAtOnce();

  /** The most requests of one client address that are worked on at once. */
  @WithDefault("32")
  int mostPerClient();

  /** How many refused clients are asked back for each second. */
  @WithDefault("32")
  int backPerSecond();

  /**
   * The paths of the public; all others are for staff. A path that ends in {@code /*} stands for
   * everything below it.
   */
  Optional<Set<String>> publicPaths();

  /** The paths where sockets are opened, which are limited by the service that opens them. */
  Optional<Set<String>> socketPaths();

  /** How bodies arrive. */
  Body body();

  /** Limits on bodies. */
  interface Body {

    /** The most bytes of bodies that are received at once, for the public and for staff each. */
    @WithDefault("48M")
    MemorySize mostBytes();

    /** How long a body may take, besides the time that its size allows. */
    @WithDefault("PT10S")
    Duration within();

    /** The slowest pace at which a large body may arrive, in bytes a second. */
    @WithDefault("16K")
    MemorySize slowest();
  }
}
