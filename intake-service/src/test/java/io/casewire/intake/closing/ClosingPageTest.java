package io.casewire.intake.closing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.casewire.intake.Visitor;
import io.casewire.intake.WebCase;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ClosingPageTest {

  private static final String RATING = "form[action$=/rating]";
  private static final String CLOSE = "form[action$=/close]";

  private final Visitor visitor = new Visitor("en");
  private String page;

  @BeforeEach
  void open_a_case() {
    WebCase theCase = WebCase.opened("It works again");
    page = "/case/" + theCase.caseId();
    visitor.get("/cases/" + theCase.formToken());
  }

  @Test
  void a_customer_closes_his_case_and_is_asked_how_content_he_is() {
    // Given
    Document open = shown(visitor.get(page));
    assertNotNull(open.selectFirst(CLOSE));
    assertNull(open.selectFirst(RATING));

    // When
    HttpResponse<String> closed = visitor.post(page + "/close", Map.of());

    // Then
    assertEquals(303, closed.statusCode());
    Document after = shown(visitor.follow(closed));
    assertThat(after.selectFirst("#state").text(), containsString("Closed"));
    assertNull(after.selectFirst(CLOSE));
    assertEquals(5, after.select(RATING + " input[name=score]").size());
  }

  @Test
  void he_is_thanked_for_his_rating() {
    // Given
    visitor.post(page + "/close", Map.of());

    // When
    HttpResponse<String> rated =
        visitor.post(page + "/rating", Map.of("score", "4", "comment", " quick "));

    // Then
    assertThat(shown(visitor.follow(rated)).text(), containsString("Thank you for your rating"));
    assertEquals(400, visitor.post(page + "/rating", Map.of("score", "nine")).statusCode());
  }

  @Test
  void nobody_else_has_a_last_word() {
    Visitor stranger = new Visitor("en");
    assertEquals(404, stranger.post(page + "/close", Map.of()).statusCode());
    assertEquals(404, stranger.post(page + "/rating", Map.of("score", "1")).statusCode());
  }

  private static Document shown(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode());
    return Jsoup.parse(answer.body());
  }
}
