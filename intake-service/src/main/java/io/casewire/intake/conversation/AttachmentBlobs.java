package io.casewire.intake.conversation;

import io.casewire.kit.blob.BlobUse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The contents of messages' files. */
@ApplicationScoped
class AttachmentBlobs implements BlobUse {

  @Override
  public Uni<List<String>> inUse(Mutiny.Session session, List<String> digests) {
    return session
        .createSelectionQuery(
            "select distinct digest from AttachmentEntity where digest in (?1)", String.class)
        .setParameter(1, digests)
        .getResultList();
  }
}
