package io.casewire.kit.blob;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stands for a table that names contents. */
@ApplicationScoped
class NamedContents implements BlobUse {

  private final Set<String> digests = ConcurrentHashMap.newKeySet();

  void add(String digest) {
    digests.add(digest);
  }

  @Override
  public Uni<List<String>> inUse(Mutiny.Session session, List<String> asked) {
    return Uni.createFrom().item(() -> asked.stream().filter(digests::contains).toList());
  }
}
