package io.casewire.intake.conversation;

import io.casewire.intake.conversation.ConversationView.CustomerView;
import io.casewire.intake.conversation.ConversationView.MessageView;
import io.casewire.intake.conversation.Viewer.FormHolder;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads cases, their messages and files for a viewer who may see them. */
@ApplicationScoped
public class Conversations {

  private static final long FROM_THE_BEGINNING = 0;

  private static final String ALL_MESSAGES =
      "from MessageEntity where caseId = ?1 and position > ?2 order by position";
  private static final String SENT_BY_FORM =
      "from MessageEntity where caseId = ?1 and position > ?2 and byForm order by position";
  private static final String POSITION =
      "select position from MessageEntity where id = ?1 and caseId = ?2";

  private final Transactions transactions;

  Conversations(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The case as this viewer sees it; empty if there is none or the viewer may not see it, so that
   * nobody can tell one from the other.
   *
   * @param idOrNumber a case's id or its number
   */
  public Uni<Optional<ConversationView>> read(String idOrNumber, Viewer viewer) {
    return transactions.read(
        session ->
            CaseAccess.find(session, idOrNumber, viewer)
                .chain(
                    found ->
                        found.isEmpty()
                            ? Uni.createFrom().item(Optional.empty())
                            : render(session, found.get(), FROM_THE_BEGINNING, viewer)
                                .map(Optional::of)));
  }

  /**
   * The case with only the messages after one that the viewer has; with all messages if the case
   * has no such message. Open pages ask all the time, so earlier messages are not read again.
   *
   * @param messageId null for a viewer who has none
   */
  public Uni<Optional<ConversationView>> readAfter(
      UUID caseId, @Nullable UUID messageId, Viewer viewer) {
    return transactions.read(
        session ->
            CaseAccess.find(session, caseId, viewer)
                .chain(
                    found ->
                        found.isEmpty()
                            ? Uni.createFrom().item(Optional.empty())
                            : position(session, messageId, caseId)
                                .chain(after -> render(session, found.get(), after, viewer))
                                .map(Optional::of)));
  }

  private static Uni<Long> position(Mutiny.Session session, @Nullable UUID messageId, UUID caseId) {
    if (messageId == null) {
      return Uni.createFrom().item(FROM_THE_BEGINNING);
    }
    return session
        .createSelectionQuery(POSITION, Long.class)
        .setParameter(1, messageId)
        .setParameter(2, caseId)
        .getSingleResultOrNull()
        .map(position -> position == null ? FROM_THE_BEGINNING : position);
  }

  private static Uni<ConversationView> render(
      Mutiny.Session session, CaseEntity entity, long after, Viewer viewer) {
    return session
        .createSelectionQuery(
            viewer instanceof FormHolder ? SENT_BY_FORM : ALL_MESSAGES, MessageEntity.class)
        .setParameter(1, entity.id)
        .setParameter(2, after)
        .getResultList()
        .chain(messages -> withFiles(session, messages))
        .chain(
            messages ->
                customer(session, entity, viewer)
                    .map(customer -> ConversationView.of(entity, messages, customer)));
  }

  private static Uni<List<MessageView>> withFiles(
      Mutiny.Session session, List<MessageEntity> messages) {
    if (messages.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createSelectionQuery(
            "from AttachmentEntity where messageId in (?1) order by messageId, place",
            AttachmentEntity.class)
        .setParameter(1, messages.stream().map(message -> message.id).toList())
        .getResultList()
        .map(
            files -> {
              Map<UUID, List<AttachmentEntity>> byMessage =
                  files.stream().collect(Collectors.groupingBy(file -> file.messageId));
              return messages.stream()
                  .map(
                      message ->
                          MessageView.of(message, byMessage.getOrDefault(message.id, List.of())))
                  .toList();
            });
  }

  private static Uni<@Nullable CustomerView> customer(
      Mutiny.Session session, CaseEntity entity, Viewer viewer) {
    return viewer instanceof Viewer.Staff
        ? customer(session, entity)
            .map(row -> ConversationView.customer(entity, (String) row[0], (String) row[1]))
        : Uni.createFrom().nullItem();
  }

  private static Uni<Object[]> customer(Mutiny.Session session, CaseEntity entity) {
    return session
        .createNativeQuery("select name, phone from customer where id = ?1", Object[].class)
        .setParameter(1, entity.customerId)
        .getSingleResult();
  }

  /** The customer of a case as the sender of its next message; empty as in {@link #read}. */
  public Uni<Optional<Sender>> sender(String idOrNumber, Viewer viewer) {
    return transactions.read(
        session ->
            CaseAccess.find(session, idOrNumber, viewer)
                .chain(
                    found ->
                        found.isEmpty()
                            ? Uni.createFrom().item(Optional.empty())
                            : sender(session, found.get()).map(Optional::of)));
  }

  private static Uni<Sender> sender(Mutiny.Session session, CaseEntity entity) {
    return customer(session, entity)
        .map(row -> Sender.of(entity.customerAddress, (String) row[0], entity.locale));
  }

  /** A file of a message; empty if there is none or this viewer may not see the message. */
  public Uni<Optional<StoredFile>> file(UUID attachmentId, Viewer viewer) {
    return transactions.read(
        session ->
            session
                .find(AttachmentEntity.class, attachmentId)
                .chain(
                    file ->
                        file == null
                            ? Uni.createFrom().item(Optional.empty())
                            : ifVisible(session, file, viewer)));
  }

  private static Uni<Optional<StoredFile>> ifVisible(
      Mutiny.Session session, AttachmentEntity file, Viewer viewer) {
    return session
        .find(MessageEntity.class, file.messageId)
        .chain(
            message ->
                CaseAccess.find(session, message.caseId, viewer)
                    .map(
                        found ->
                            found
                                .filter(_ -> message.byForm || !(viewer instanceof FormHolder))
                                .map(_ -> file.file())));
  }
}
