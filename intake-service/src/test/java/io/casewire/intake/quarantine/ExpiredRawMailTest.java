package io.casewire.intake.quarantine;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.intake.IntakeTables;
import io.casewire.intake.email.TestMail;
import io.casewire.kit.expiry.ExpirySweep;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ExpiredRawMailTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject IntakeTables tables;
  @Inject Transactions transactions;
  @Inject ExpirySweep sweep;
  @Inject RawMailBlobs blobs;

  private final String sender = UUID.randomUUID() + "@customers.example";

  @Test
  void mail_that_is_kept_as_it_came_is_forgotten_after_its_time_and_its_note_is_not() {
    // Given
    given()
        .header("Authorization", "Bearer local-channel-key")
        .contentType("message/rfc822")
        .body(TestMail.from(sender).header("Auto-Submitted", "auto-generated").bytes())
        .post("/api/v1/emails");
    String digest =
        tables.text(
            "select digest from raw_mail join received_mail using (id) where sender = ?1", sender);
    assertEquals(List.of(digest), inUse(digest));
    tables.change(
        "update raw_mail set kept_until = clock_timestamp() - interval '1 minute' where digest = ?1",
        digest);

    // When
    sweep.pass().await().atMost(PATIENCE);

    // Then
    assertEquals(List.of(), inUse(digest));
    assertEquals(0, tables.count("quarantined_mail where sender = ?1", sender));
    assertEquals(1, tables.count("received_mail where sender = ?1", sender));
  }

  private List<String> inUse(String digest) {
    return transactions
        .read(session -> blobs.inUse(session, List.of(digest)))
        .await()
        .atMost(PATIENCE);
  }
}
