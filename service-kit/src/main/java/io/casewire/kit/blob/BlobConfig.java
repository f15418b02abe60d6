package io.casewire.kit.blob;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the blob store, for services that have one. */
@ConfigMapping(prefix = "casewire.blob")
interface BlobConfig {

  /** Where the contents are; all replicas share it. */
  Optional<Path> directory();

  /** The AES-256 key in base64. Contents can't be read without it; there is no default. */
  Optional<String> key();
}
