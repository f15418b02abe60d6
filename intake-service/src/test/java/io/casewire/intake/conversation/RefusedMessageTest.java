package io.casewire.intake.conversation;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.MessageMoved;
import io.casewire.events.Priority;
import io.casewire.events.Sources;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.intake.Routing;
import io.casewire.intake.WebCase;
import io.casewire.intake.analysis.AnalysedText;
import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 4: every accepted message has effect, once, also when its case ends under way. */
@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class RefusedMessageTest {

  @Inject Transactions transactions;
  @Inject Cases cases;

  private StreamProbe stream;

  @BeforeEach
  void listen() {
    stream = new StreamProbe(Sources.INTAKE);
  }

  @AfterEach
  void hang_up() {
    stream.close();
  }

  @Test
  void a_refused_message_opens_one_linked_case_however_often_the_refusal_comes() {
    // Given
    WebCase theCase = WebCase.opened("My payment has failed");
    UUID second = appended(theCase, "It failed again");
    stream.say(Routing.moves(theCase.caseId(), CaseStatus.OPEN, CaseStatus.CLOSED));

    // When
    OutgoingEvent refusal = stream.say(Routing.refuses(theCase.caseId(), second));
    stream.repeat(refusal);
    stream.repeat(refusal);

    // Then
    eventually(() -> assertEquals(1, openedAfter(theCase).size()));
    stream.repeat(refusal);
    stream.say(Routing.refuses(theCase.caseId(), second));
    assertEquals(second, openedAfter(theCase).getFirst().messageId());
    theCase
        .seenWith(theCase.formToken())
        .body("messages", hasSize(1))
        .body("messages[0].text", equalTo("My payment has failed"));
    eventually(
        () -> {
          assertEquals(1, movedFrom(theCase).size());
          assertEquals(
              openedAfter(theCase).getFirst().caseId(), movedFrom(theCase).getFirst().toCaseId());
        });
  }

  @Test
  void messages_refused_together_stay_together() {
    // Given
    WebCase theCase = WebCase.opened("My payment has failed");
    UUID second = appended(theCase, "It failed again");
    UUID third = appended(theCase, "And again");
    stream.say(Routing.moves(theCase.caseId(), CaseStatus.OPEN, CaseStatus.CLOSED));

    // When
    stream.say(Routing.refuses(theCase.caseId(), second));
    stream.say(Routing.refuses(theCase.caseId(), third));

    // Then
    eventually(() -> assertEquals(2, movedFrom(theCase).size()));
    assertEquals(1, openedAfter(theCase).size());
    List<CustomerMessageReceived> received =
        stream.heard(CustomerMessageReceived.class).stream()
            .filter(message -> theCase.caseId().equals(message.movedFromCaseId()))
            .toList();
    assertEquals(
        List.of(third), received.stream().map(CustomerMessageReceived::messageId).toList());
    assertEquals(openedAfter(theCase).getFirst().caseId(), received.getFirst().caseId());
  }

  private List<CaseOpened> openedAfter(WebCase theCase) {
    return stream.heard(CaseOpened.class).stream()
        .filter(opened -> theCase.caseId().equals(opened.continuesCaseId()))
        .toList();
  }

  private List<MessageMoved> movedFrom(WebCase theCase) {
    return stream.heard(MessageMoved.class).stream()
        .filter(moved -> moved.caseId().equals(theCase.caseId()))
        .toList();
  }

  private UUID appended(WebCase theCase, String text) {
    AnalysedText content = new AnalysedText(null, text, "en", Category.OTHER, 1, Priority.NORMAL);
    MessageDraft draft =
        MessageDraft.builder(
                Ids.next(),
                "email",
                Sender.of("ann@customers.example", "Ann", "en"),
                content,
                Instant.now())
            .build();
    Cause cause = Cause.of(Ids.next().toString(), null);
    return transactions
        .write(
            unitOfWork ->
                cases
                    .lock(unitOfWork, theCase.caseId())
                    .chain(locked -> locked.append(draft, cause)))
        .await()
        .atMost(Duration.ofSeconds(20))
        .messageId();
  }
}
