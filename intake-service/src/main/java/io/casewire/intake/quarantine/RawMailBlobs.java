package io.casewire.intake.quarantine;

import io.casewire.kit.blob.BlobUse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The contents of mail that is kept as it came. */
@ApplicationScoped
class RawMailBlobs implements BlobUse {

  private static final String IN_USE =
      "select distinct digest from raw_mail where digest = any (cast(?1 as text[]))";

  @Override
  public Uni<List<String>> inUse(Mutiny.Session session, List<String> digests) {
    return session
        .createNativeQuery(IN_USE, String.class)
        .setParameter(1, digests.toArray(String[]::new))
        .getResultList();
  }
}
