package io.casewire.intake.chat;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may not do, and what it is told. */
@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ChatFrameTest {

  @ConfigProperty(name = "casewire.intake.chat.sockets-per-client")
  int socketsPerClient;

  private ChatClient client;

  @BeforeEach
  void connect() {
    client = ChatClient.connected();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"typing", "dance"})
  void whoever_does_not_say_hello_first_is_told_and_closed(String type) {
    client.send(Map.of("type", type));

    assertEquals("hello-expected", client.next("error").getString("code"));
    assertEquals(1008, client.closeCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":|invalid-frame",
        "[]|invalid-frame",
        "null|invalid-frame",
        "{\"type\":\"dance\"}|unknown-type",
        "{\"text\":\"x\"}|unknown-type",
        "{\"type\":\"message\",\"clientMessageId\":\"m1\"}|invalid-frame",
        "{\"type\":\"message\",\"clientMessageId\":\"m1\",\"text\":5}|invalid-frame",
        "{\"type\":\"hello\",\"email\":\"nobody\"}|hello-repeated",
        "{\"type\":\"seen\",\"eventId\":\"7-7\"}|event-unknown"
      })
  void a_wrong_frame_is_answered_and_the_socket_stays(String frame, String code) {
    // Given
    client.hello(Map.of());
    client.next("welcome");

    // When
    client.sendText(frame);

    // Then
    assertEquals(code, client.next("error").getString("code"));
    client.write("m2", "Still here");
  }

  @Test
  void an_address_that_is_none_is_told_before_anything_begins() {
    client.hello(Map.of("email", "nobody"));

    assertEquals("invalid-frame", client.next("error").getString("code"));
    client.hello(Map.of("email", "ann@customers.example"));
    client.next("welcome");
  }

  @Test
  void a_message_over_64_KiB_closes_the_socket() {
    client.sendText("x".repeat(64 * 1024 + 1));

    assertEquals(1009, client.closeCode());
  }

  @Test
  void a_message_of_64_KiB_is_taken() {
    client.hello(Map.of());
    client.next("welcome");

    client.sendText("x".repeat(64 * 1024));

    assertEquals("invalid-frame", client.next("error").getString("code"));
  }

  @ParameterizedTest
  @ValueSource(ints = {64 * 1024 + 1, 300 * 1024, 5 * 1024 * 1024})
  void a_message_over_64_KiB_in_one_frame_is_told_why_it_closes_the_socket(int length)
      throws IOException {
    try (RawSocket socket = RawSocket.open(ChatClient.address())) {
      socket.sendFrame(RawSocket.TEXT, new byte[length]);

      assertEquals(1009, socket.closeCode());
    }
  }

  @Test
  void a_message_over_64_KiB_in_many_frames_closes_the_socket() throws IOException {
    try (RawSocket socket = RawSocket.open(ChatClient.address())) {
      socket.sendFrame(RawSocket.TEXT_BEGINS, new byte[50 * 1024]);
      socket.sendFrame(RawSocket.PING, new byte[10]);
      for (int i = 0; i < 10; i++) {
        socket.sendFrame(RawSocket.GOES_ON, new byte[50 * 1024]);
      }

      assertEquals(1009, socket.closeCode());
    }
  }

  @Test
  void a_client_has_so_many_sockets_whatever_ports_they_come_from() throws IOException {
    List<RawSocket> sockets = new ArrayList<>();
    try {
      while (sockets.size() < socketsPerClient) {
        sockets.add(RawSocket.open(ChatClient.address()));
      }

      try (RawSocket oneMore = RawSocket.open(ChatClient.address())) {
        assertEquals(1013, oneMore.closeCode());
      }
    } finally {
      for (RawSocket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void a_binary_frame_closes_the_socket() {
    client.sendBinary(new byte[] {1});

    assertEquals(1003, client.closeCode());
  }

  @Test
  void a_page_from_elsewhere_may_not_open_a_chat() {
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .get("/api/v1/chat")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }
}
