package io.casewire.routing.casework;

import io.casewire.events.CaseOpened;
import io.casewire.events.CaseRated;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.PersonalMessage;
import io.casewire.routing.casework.TimelineItem.MessageFile;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote.
 *
 * @param id of the message or note; of a rating that of its event
 * @param intakeSeq the sequence of the event that brought it; 0 for what staff wrote
 * @param quoted what was cut off as a quote or signature
 * @param replyTo where the sender wants answers, when not at the address that it came from
 * @param searchable all by which it is found
 */
record TextEntry(
    UUID id,
    UUID caseId,
    long intakeSeq,
    String text,
    @Nullable String quoted,
    @Nullable String replyTo,
    List<MessageFile> files,
    String searchable) {

  static TextEntry of(CaseOpened opened, String subject, long intakeSeq) {
    return of(
        opened.messageId(),
        opened.caseId(),
        intakeSeq,
        opened.personal(),
        MessageFile.of(opened.attachments(), opened.personal().fileNames()),
        opened.caseNumber(),
        subject,
        opened.transactionRef());
  }

  static TextEntry of(CustomerMessageReceived message, String subject, long intakeSeq) {
    return of(
        message.messageId(),
        message.caseId(),
        intakeSeq,
        message.personal(),
        MessageFile.of(message.attachments(), message.personal().fileNames()),
        message.caseNumber(),
        subject,
        message.transactionRef());
  }

  static TextEntry of(CaseRated rated, UUID eventId, String comment, long intakeSeq) {
    return new TextEntry(
        eventId, rated.caseId(), intakeSeq, comment, null, null, List.of(), comment);
  }

  static TextEntry ofStaff(UUID id, UUID caseId, String text) {
    return new TextEntry(id, caseId, 0, text, null, null, List.of(), text);
  }

  private static TextEntry of(
      UUID id,
      UUID caseId,
      long intakeSeq,
      PersonalMessage personal,
      List<MessageFile> files,
      @Nullable String... facts) {
    // What people look for most comes first, since only the beginning of it all counts.
    String searchable =
        Stream.of(
                Stream.of(facts),
                Stream.of(personal.customerName(), personal.from(), personal.replyTo()),
                personal.fileNames().stream(),
                Stream.of(personal.text(), personal.quoted()))
            .flatMap(part -> part)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return new TextEntry(
        id,
        caseId,
        intakeSeq,
        personal.text(),
        personal.quoted(),
        personal.replyTo(),
        files,
        searchable);
  }
}
