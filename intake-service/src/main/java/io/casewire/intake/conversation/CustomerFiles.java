package io.casewire.intake.conversation;

import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds files of messages for those who may see the message. */
@ApplicationScoped
public class CustomerFiles {

  private final Transactions transactions;

  CustomerFiles(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The file; empty if there is none or this reader may not see it. */
  public Uni<Optional<StoredFile>> find(UUID attachmentId, Reader reader) {
    return transactions.read(
        session ->
            session
                .find(AttachmentEntity.class, attachmentId)
                .chain(
                    file ->
                        file == null
                            ? Uni.createFrom().item(Optional.empty())
                            : ifVisible(session, file, reader)));
  }

  private static Uni<Optional<StoredFile>> ifVisible(
      Mutiny.Session session, AttachmentEntity file, Reader reader) {
    return session
        .find(MessageEntity.class, file.messageId)
        .chain(
            message ->
                CaseAccess.find(session, message.caseId, reader)
                    .map(
                        found ->
                            found
                                .filter(entity -> shows(reader, message))
                                .map(entity -> file.file())));
  }

  private static boolean shows(Reader reader, MessageEntity message) {
    return !(reader instanceof Reader.FormHolder) || message.byForm;
  }
}
