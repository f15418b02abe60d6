package io.casewire.sla.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where a case is worked on. */
@ApplicationScoped
class DeskLinks {

  private final Optional<URI> desk;

  DeskLinks(@ConfigProperty(name = "casewire.desk.public-address") Optional<URI> desk) {
    this.desk = desk;
  }

  /** The case's page at the desk; null where no desk is configured. */
  @Nullable String toCase(UUID caseId) {
    return desk.map(address -> address.resolve("/desk/cases/" + caseId).toString()).orElse(null);
  }
}
