package io.casewire.intake.chat;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.Assurance;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatus;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.MessageDelivered;
import io.casewire.events.MessageUndelivered;
import io.casewire.events.Sources;
import io.casewire.intake.IntakeTables;
import io.casewire.intake.Routing;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ChatTest {

  @Inject IntakeTables tables;

  private StreamProbe stream;
  private ChatClient client;

  @BeforeEach
  void connect() {
    stream = new StreamProbe(Sources.INTAKE);
    client = ChatClient.welcomed(Map.of("name", "王芳", "locale", "zh-CN"));
  }

  @AfterEach
  void disconnect() {
    client.close();
    stream.close();
  }

  @Test
  void the_first_message_opens_a_case_and_is_acknowledged_in_the_customers_language() {
    // When
    JsonPath accepted = client.write("m1", "我的账户被冻结了，卡号 4111 1111 1111 1111");

    // Then
    assertThat(
        client.next("notice").getString("text"), containsString(accepted.getString("caseNumber")));
    assertThat(client.next("notice").getString("text"), containsString("我们已收到您的消息"));
    eventually(
        () -> {
          CaseOpened opened = about(accepted, CaseOpened.class).getFirst();
          assertEquals("chat", opened.channel());
          assertEquals(Assurance.SESSION, opened.assurance());
          assertEquals("zh", opened.language());
          assertEquals(accepted.getString("messageId"), opened.messageId().toString());
          assertThat(opened.personal().text(), containsString("411111******1111"));
        });
  }

  @Test
  void everything_reaches_both_windows_once_and_the_writers_own_only_the_other() {
    // Given
    JsonPath first = client.write("m1", "Hello, is anybody there?");
    try (ChatClient other = client.anotherWindow()) {
      assertEquals(first.getString("messageId"), other.next("message").getString("messageId"));

      // When
      JsonPath second = client.write("m2", "I am still here");
      var reply = Routing.replies(caseId(first), "chat", "Yes, I am");
      stream.repeat(stream.say(reply));

      // Then
      for (ChatClient window : List.of(client, other)) {
        assertEquals("Yes, I am", window.next("reply").getString("text"));
        assertEquals("Zoe", window.next("reply").getString("agent"));
        assertEquals(1, window.all("reply").size());
      }
      assertEquals(second.getString("messageId"), other.next("message").getString("messageId"));
      assertEquals(List.of("welcome", "message", "notice", "message", "reply"), other.types());
      assertEquals(List.of(), client.all("message"));
    }
  }

  @Test
  void coming_back_shows_what_came_after_the_last_event_and_nothing_else() {
    // Given
    UUID caseId = caseId(client.write("m1", "Where is my refund?"));
    stream.say(Routing.replies(caseId, "chat", "One"));
    String last = client.next("reply").getString("eventId");
    client.close();
    stream.say(Routing.replies(caseId, "chat", "Two"));
    stream.say(Routing.moves(caseId, CaseStatus.OPEN, CaseStatus.PENDING));

    // When
    Map<String, String> hello = Map.of("sessionToken", client.sessionToken(), "lastEventId", last);
    try (ChatClient back = ChatClient.welcomed(hello)) {

      // Then
      assertEquals("pending", back.next("status").getString("status"));
      assertEquals(List.of("welcome", "reply", "status"), back.types());
      assertEquals("Two", back.next("reply").getString("text"));
      assertEquals(caseId.toString(), back.next("welcome").getString("caseId"));
    }
  }

  @Test
  void without_a_known_event_everything_is_shown() {
    // Given
    UUID caseId = caseId(client.write("m1", "Where is my refund?"));
    stream.say(Routing.replies(caseId, "chat", "One"));
    client.next("reply");

    // When
    Map<String, String> hello =
        Map.of("sessionToken", client.sessionToken(), "lastEventId", "9-9000");
    try (ChatClient back = ChatClient.welcomed(hello)) {

      // Then
      back.next("reply");
      assertEquals(List.of("welcome", "message", "notice", "reply"), back.types());
    }
  }

  @Test
  void an_event_of_an_earlier_version_shows_everything() {
    // Given
    client.write("m1", "Where is my refund?");
    client.next("notice");

    // When
    Map<String, String> hello = Map.of("sessionToken", client.sessionToken(), "lastEventId", "1-2");
    try (ChatClient back = ChatClient.welcomed(hello)) {

      // Then
      back.next("notice");
      assertEquals(List.of("welcome", "message", "notice"), back.types());
    }
  }

  @Test
  void a_repeated_message_is_one_message_and_another_under_its_id_is_refused() {
    // Given
    JsonPath first = client.write("m1", "Hello");

    // When
    JsonPath second = client.write("m1", "Hello");
    client.send(Map.of("type", "message", "clientMessageId", "m1", "text", "Something else"));

    // Then
    assertEquals(first.<Object>get(), second.<Object>get());
    assertEquals("message-id-reused", client.next("error").getString("code"));
    assertEquals(
        1, tables.count("message where author = 'customer' and case_id = ?1", caseId(first)));
  }

  @Test
  void an_outage_is_waited_out_and_the_visitor_hears_nothing_of_it() {
    // Given
    tables.change("create sequence chat_tries");
    tables.change(
        """
        create function fail_once() returns trigger language plpgsql as
        'begin
           if nextval(''chat_tries'') = 1 then raise exception using errcode = ''53100''; end if;
           return new;
         end'
        """);
    tables.change(
        "create trigger outage before insert on chat_message for each row execute function"
            + " fail_once()");

    // When
    JsonPath accepted = client.write("m1", "Hello, is anybody there?");
    tables.change("drop trigger outage on chat_message");

    // Then
    assertEquals(1, tables.count("chat_tries where last_value = ?1", 2));
    assertEquals(List.of(), client.all("error"));
    assertEquals(
        1, tables.count("message where author = 'customer' and case_id = ?1", caseId(accepted)));
  }

  @Test
  void a_message_on_a_closed_case_opens_one_in_the_same_session() {
    // Given
    UUID ended = caseId(aCaseThatEnds());

    // When
    JsonPath accepted = client.write("m2", "Hello again");

    // Then
    assertNotEquals(ended, caseId(accepted));
    eventually(() -> assertEquals(2, client.all("notice").size()));
    stream.say(Routing.replies(caseId(accepted), "chat", "Welcome back"));
    assertEquals("Welcome back", client.next("reply").getString("text"));
    eventually(
        () -> assertEquals(ended, about(accepted, CaseOpened.class).getFirst().continuesCaseId()));
  }

  @Test
  void a_refused_message_goes_on_in_the_same_window() {
    // Given
    UUID ended = caseId(client.write("m1", "Hello"));
    JsonPath late = client.write("m2", "One more thing");
    stream.say(Routing.moves(ended, CaseStatus.OPEN, CaseStatus.CLOSED));

    // When
    stream.say(Routing.refuses(ended, UUID.fromString(late.getString("messageId"))));

    // Then
    eventually(() -> assertEquals(2, client.all("notice").size()));
    assertNotEquals(ended, caseId(client.write("m2", "One more thing")));
    assertEquals(caseId(client.write("m2", "One more thing")), caseId(client.write("m3", "Yes")));
    try (ChatClient other = client.anotherWindow()) {
      eventually(() -> assertEquals(2, other.all("message").size()));
      assertEquals("One more thing", other.all("message").getFirst().getString("text"));
    }
  }

  @Test
  void a_late_answer_on_the_earlier_case_is_shown_and_counts_only_when_it_was_seen() {
    // Given
    JsonPath first = aCaseThatEnds();
    client.write("m2", "Hello again");
    eventually(() -> assertEquals(2, client.all("notice").size()));
    String earlierEvent = client.next("notice").getString("eventId");

    // When
    stream.say(Routing.replies(caseId(first), "chat", "About your first question"));
    JsonPath late = client.next("reply");
    client.seen(earlierEvent);
    client.write("m3", "Thank you");

    // Then
    assertEquals("About your first question", late.getString("text"));
    assertEquals(
        1, tables.count("message where delivery = 'AWAITED' and case_id = ?1", caseId(first)));
    client.seen(late.getString("eventId"));
    eventually(() -> assertEquals(1, about(first, MessageDelivered.class).size()));
  }

  @Test
  void a_late_answer_that_nobody_sees_goes_by_mail_whatever_else_was_seen() {
    // Given
    JsonPath first = aCaseThatEnds();
    client.write("m2", "Hello again");
    eventually(() -> assertEquals(2, client.all("notice").size()));
    stream.say(Routing.replies(caseId(first), "chat", "About your first question"));
    client.next("reply");

    // When
    client.seen(client.next("notice").getString("eventId"));
    client.write("m3", "Thank you");
    tables.ring(caseId(first).toString());

    // Then
    eventually(() -> assertEquals(1, about(first, MessageUndelivered.class).size()));
    assertEquals(0, about(first, MessageDelivered.class).size());
  }

  @Test
  void an_answer_of_an_earlier_case_that_was_not_seen_is_shown_again() {
    // Given
    JsonPath first = client.write("m1", "Hello");
    stream.say(Routing.replies(caseId(first), "chat", "One moment"));
    stream.say(Routing.moves(caseId(first), CaseStatus.OPEN, CaseStatus.CLOSED));
    client.next("status");
    client.write("m2", "Hello again");
    eventually(() -> assertEquals(2, client.all("notice").size()));

    // When
    try (ChatClient back = client.anotherWindow()) {

      // Then
      back.next("notice");
      assertEquals(List.of("welcome", "reply", "status", "message", "notice"), back.types());
    }
  }

  @Test
  void how_a_case_stands_that_was_taken_up_is_no_news() {
    // Given
    JsonPath first = aCaseThatEnds();
    JsonPath second = client.write("m2", "Hello again");

    // When
    stream.say(Routing.moves(caseId(first), CaseStatus.CLOSED, CaseStatus.SPAM));
    stream.say(Routing.replies(caseId(first), "chat", "The last word"));
    client.next("reply");
    stream.say(Routing.moves(caseId(second), CaseStatus.OPEN, CaseStatus.PENDING));

    // Then
    eventually(() -> assertEquals("pending", client.next("status").getString("status")));
    assertEquals(2, client.all("status").size());
  }

  @Test
  void an_answer_that_was_seen_is_delivered() {
    // Given
    JsonPath accepted = client.write("m1", "Hello");
    var reply = stream.say(Routing.replies(caseId(accepted), "chat", "Hello, Wang Fang"));

    // When
    client.seen(client.next("reply").getString("eventId"));

    // Then
    eventually(() -> assertEquals(1, about(accepted, MessageDelivered.class).size()));
    assertEquals(0, tables.count("timer where payload = ?1", caseId(accepted).toString()));
    assertEquals(caseId(accepted).toString(), reply.envelope().subject());
  }

  @Test
  void an_answer_that_nobody_sees_in_time_is_undelivered_for_good() {
    // Given
    JsonPath accepted = client.write("m1", "Hello");
    stream.say(Routing.replies(caseId(accepted), "chat", "Hello, Wang Fang"));
    String event = client.next("reply").getString("eventId");

    // When
    tables.ring(caseId(accepted).toString());
    eventually(() -> assertEquals(1, about(accepted, MessageUndelivered.class).size()));
    client.seen(event);
    client.write("m2", "I was away");

    // Then
    eventually(() -> assertEquals(1, about(accepted, CustomerMessageReceived.class).size()));
    assertEquals(0, about(accepted, MessageDelivered.class).size());
  }

  @Test
  void a_window_that_answers_pings_is_kept_and_gets_heartbeats() {
    client.write("m1", "Hello");

    eventually(() -> assertTrue(client.heartbeats() > 4));

    assertEquals(3, client.next("welcome").getInt("heartbeatSeconds"));
    client.write("m2", "Still here");
  }

  @Test
  void a_client_that_stops_answering_loses_its_socket() throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      // Given: a client that says hello and reads, but answers nothing any more
      socket.setSoTimeout(60_000);
      DeafClient.sayHello(socket);

      // When
      byte[] received = socket.getInputStream().readAllBytes();

      // Then
      String text = new String(received, StandardCharsets.ISO_8859_1);
      assertThat(text, containsString("\"type\":\"welcome\""));
      assertThat(text, containsString("no answer to pings"));
    }
  }

  @Test
  void a_forged_token_gets_a_fresh_session() {
    client.write("m1", "Hello");

    try (ChatClient stranger = ChatClient.welcomed(Map.of("sessionToken", "forged"))) {
      assertEquals(List.of("error", "welcome"), stranger.types());
      assertEquals("session-unknown", stranger.next("error").getString("code"));
      assertNotEquals("forged", stranger.sessionToken());
      assertEquals(null, stranger.next("welcome").getString("caseId"));
    }
  }

  @Test
  void the_end_of_a_window_is_not_the_end_of_the_case() {
    UUID caseId = caseId(client.write("m1", "Hello"));

    client.send(Map.of("type", "end"));

    assertEquals(1000, client.closeCode());
    try (ChatClient back = client.anotherWindow()) {
      assertEquals(caseId, caseId(back.write("m2", "Me again")));
    }
  }

  private JsonPath aCaseThatEnds() {
    JsonPath accepted = client.write("m1", "Hello");
    stream.say(Routing.moves(caseId(accepted), CaseStatus.OPEN, CaseStatus.CLOSED));
    assertEquals("closed", client.next("status").getString("status"));
    return accepted;
  }

  private static UUID caseId(JsonPath accepted) {
    return UUID.fromString(accepted.getString("caseId"));
  }

  private <E extends CaseEvent> List<E> about(JsonPath accepted, Class<E> type) {
    return stream.heard(type).stream()
        .filter(event -> event.caseId().equals(caseId(accepted)))
        .toList();
  }
}
