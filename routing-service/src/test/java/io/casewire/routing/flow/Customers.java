package io.casewire.routing.flow;

import io.casewire.events.Assurance;
import io.casewire.events.Attachment;
import io.casewire.events.CaseOpened;
import io.casewire.events.Category;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.PersonalMessage;
import io.casewire.events.Priority;
import io.casewire.kit.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What intake says when customers write. */
final class Customers {

  private Customers() {}

  static CaseOpened opens(String channel) {
    return opens(channel, Priority.NORMAL, "My payment has failed");
  }

  static CaseOpened opens(String channel, Priority priority, String text) {
    return opens(channel, priority, personal(text));
  }

  static CaseOpened opensIn(String channel, String language) {
    return opens(
        channel,
        Priority.NORMAL,
        language,
        personal("Mon paiement a échoué"),
        List.of(),
        null,
        null,
        null);
  }

  static CaseOpened opens(String channel, Priority priority, PersonalMessage personal) {
    return opens(channel, priority, "en", personal, List.of(), null, null, null);
  }

  /** With all that a mail can bring. */
  static CaseOpened opensWithEverything(String channel, UUID earlierCase, UUID mentionedCase) {
    PersonalMessage personal =
        new PersonalMessage(
            "maria.lopez@customer.example",
            "office@lopez.example",
            "María López",
            "Refund",
            "Is this from you?",
            "> Dear customer, your account is frozen",
            List.of("screen.png"));
    Attachment file = new Attachment(Ids.next(), "sha-256:00", "image/png", 1_234_567, true);
    return opens(
        channel,
        Priority.NORMAL,
        "en",
        personal,
        List.of(file),
        "TX-4711",
        earlierCase,
        mentionedCase);
  }

  private static CaseOpened opens(
      String channel,
      Priority priority,
      String language,
      PersonalMessage personal,
      List<Attachment> files,
      String transactionRef,
      UUID continues,
      UUID related) {
    UUID caseId = Ids.next();
    Instant now = Instant.now();
    return new CaseOpened(
        caseId,
        "CW-" + Math.abs(caseId.getLeastSignificantBits()),
        Ids.next(),
        1,
        channel,
        now,
        now,
        false,
        null,
        List.of(),
        files,
        language,
        language,
        Ids.next(),
        priority,
        Category.PAYMENT_FAILED,
        1,
        Assurance.NONE,
        transactionRef,
        continues,
        related,
        related == null ? null : true,
        null,
        personal);
  }

  static CustomerMessageReceived writesAgain(CaseOpened opened, String channel) {
    Instant now = Instant.now();
    return new CustomerMessageReceived(
        opened.caseId(),
        opened.caseNumber(),
        Ids.next(),
        2,
        channel,
        now,
        now,
        false,
        null,
        List.of(),
        List.of(),
        "en",
        "en",
        null,
        null,
        null,
        null,
        null,
        personal("Is there any news?"));
  }

  private static PersonalMessage personal(String text) {
    return new PersonalMessage(
        "ann@customer.example", null, "Ann", "Payment", text, null, List.of());
  }
}
