package io.casewire.intake.analysis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class PreviewResourceTest {

  private static final String PATH = "/api/v1/classifications/preview";

  @Test
  void texts_are_read_as_intake_would_read_them() {
    asChannel()
        .body(
            texts(
                List.of("I have forgotten my password and want to reset it", "我的退款一直没有到账，请帮我查一下")))
        .post(PATH)
        .then()
        .statusCode(200)
        .body("items.category", contains("password-reset", "refund"))
        .body("items.language", contains("en", "zh"))
        .body("items[0].confidence", greaterThan(0f));
  }

  @Test
  void more_texts_than_are_read_at_once_are_refused() {
    asChannel()
        .body(texts(Collections.nCopies(101, "Hello")))
        .post(PATH)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("texts"));
  }

  @Test
  void a_stranger_is_told_nothing() {
    given()
        .contentType("application/json")
        .body(texts(List.of("Hello")))
        .post(PATH)
        .then()
        .statusCode(401);
  }

  private static Map<String, Object> texts(List<String> texts) {
    return Map.of("texts", texts);
  }

  private static RequestSpecification asChannel() {
    return given()
        .contentType("application/json")
        .header("Authorization", "Bearer local-channel-key");
  }
}
