package io.casewire.intake.email;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;

/** Hands mails over as a mail server does. */
final class EmailPosting {

  private EmailPosting() {}

  /** As a server whose envelope is believed. */
  static Response post(byte[] mail) {
    return post(mail, "local-channel-key");
  }

  static Response post(TestMail mail) {
    return post(mail.bytes());
  }

  static Response post(byte[] mail, String channelKey) {
    return given()
        .header("Authorization", "Bearer " + channelKey)
        .contentType("message/rfc822")
        .body(mail)
        .post("/api/v1/emails");
  }
}
