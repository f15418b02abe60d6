package io.casewire.notification.reaction;

import io.casewire.notification.casefile.CaseFile;
import io.casewire.notification.casefile.ChatReply;
import io.casewire.notification.casefile.Contact;
import io.casewire.notification.casefile.MailThread;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code case_file}. */
record CaseFileRow(
    UUID caseId,
    String caseNumber,
    @Nullable String subject,
    UUID customerId,
    String channel,
    String locale,
    @Nullable String address,
    List<String> messageIds,
    @Nullable String lastReceived,
    @Nullable String queue,
    @Nullable String owner,
    List<ChatReply> unconfirmed,
    long routingSeq) {

  static CaseFileRow of(CaseFile file) {
    return new CaseFileRow(
        file.caseId(),
        file.caseNumber(),
        file.subject(),
        file.contact().customerId(),
        file.contact().channel(),
        file.contact().locale(),
        file.contact().address(),
        file.thread().messageIds(),
        file.thread().lastReceived(),
        file.queue(),
        file.owner(),
        file.unconfirmed(),
        file.routingSeq());
  }

  CaseFile toCaseFile() {
    return new CaseFile(
        caseId,
        caseNumber,
        subject,
        new Contact(customerId, channel, locale, address),
        new MailThread(messageIds, lastReceived),
        queue,
        owner,
        unconfirmed,
        routingSeq);
  }
}
