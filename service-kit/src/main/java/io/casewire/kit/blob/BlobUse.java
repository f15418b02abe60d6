package io.casewire.kit.blob;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Something that keeps contents in the blob store. Every table that names digests has one of these:
 * what none of them names is an orphan and is removed.
 */
public interface BlobUse {

  /** Returns the given digests that are still in use. */
  Uni<List<String>> inUse(Mutiny.Session session, List<String> digests);
}
