package io.casewire.intake.conversation;

import io.casewire.intake.conversation.ConversationView.CustomerView;
import io.casewire.intake.conversation.ConversationView.FileView;
import io.casewire.intake.conversation.ConversationView.MessageView;
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

/** Reads conversations for those who may. */
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
   * The case as this reader sees it; empty if there is none or he may not see it, which are not to
   * be told apart.
   *
   * @param idOrNumber a case's id or its number
   */
  public Uni<Optional<ConversationView>> read(String idOrNumber, Reader reader) {
    return transactions.read(
        session ->
            CaseAccess.find(session, idOrNumber, reader)
                .chain(
                    found ->
                        found.isEmpty()
                            ? Uni.createFrom().item(Optional.empty())
                            : render(session, found.get(), FROM_THE_BEGINNING, reader)
                                .map(Optional::of)));
  }

  /**
   * The case with only the messages after one that the reader has; with all if it is not there.
   * What the reader has is not read again, since open pages ask all the time.
   *
   * @param messageId null for a reader who has none
   */
  public Uni<Optional<ConversationView>> readAfter(
      UUID caseId, @Nullable UUID messageId, Reader reader) {
    return transactions.read(
        session ->
            CaseAccess.find(session, caseId, reader)
                .chain(
                    found ->
                        found.isEmpty()
                            ? Uni.createFrom().item(Optional.empty())
                            : position(session, messageId, caseId)
                                .chain(after -> render(session, found.get(), after, reader))
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
      Mutiny.Session session, CaseEntity entity, long after, Reader reader) {
    return session
        .createSelectionQuery(
            reader instanceof Reader.FormHolder ? SENT_BY_FORM : ALL_MESSAGES, MessageEntity.class)
        .setParameter(1, entity.id)
        .setParameter(2, after)
        .getResultList()
        .chain(messages -> withFiles(session, messages))
        .chain(
            messages ->
                customer(session, entity, reader)
                    .map(customer -> toView(entity, messages, customer)));
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
                  .map(message -> toView(message, byMessage.getOrDefault(message.id, List.of())))
                  .toList();
            });
  }

  private static Uni<@Nullable CustomerView> customer(
      Mutiny.Session session, CaseEntity entity, Reader reader) {
    if (!(reader instanceof Reader.Staff)) {
      return Uni.createFrom().nullItem();
    }
    return session
        .createNativeQuery("select name, phone from customer where id = ?1", Object[].class)
        .setParameter(1, entity.customerId)
        .getSingleResult()
        .map(
            row ->
                new CustomerView(
                    entity.customerId,
                    (String) row[0],
                    entity.customerAddress,
                    (String) row[1],
                    entity.locale,
                    entity.assurance.wireName()));
  }

  private static ConversationView toView(
      CaseEntity entity, List<MessageView> messages, @Nullable CustomerView customer) {
    return new ConversationView(
        entity.id,
        entity.caseNumber,
        entity.status,
        entity.subject,
        entity.category,
        entity.language,
        messages,
        customer);
  }

  private static MessageView toView(MessageEntity message, List<AttachmentEntity> files) {
    return new MessageView(
        message.id,
        message.author,
        message.authorName,
        message.channel,
        message.text,
        message.fullText,
        message.sentAt,
        message.receivedAt,
        files.stream()
            .map(file -> new FileView(file.id, file.fileName, file.contentType, file.size))
            .toList());
  }
}
