package io.casewire.intake.request;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.intake.IntakeTables;
import io.casewire.intake.Visitor;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class HelpPageTest {

  private static final String CARD = "4111 1111 1111 1111";

  @Inject IntakeTables tables;

  private final String address = UUID.randomUUID() + "@customers.example";
  private final Visitor visitor = new Visitor("en");

  @Test
  void a_form_is_a_case_and_leads_to_a_confirmation_with_its_number_and_link() {
    // When
    HttpResponse<String> sent = visitor.post("/", form("Where is my refund?"));

    // Then
    assertEquals(303, sent.statusCode());
    assertThat(location(sent), matchesPattern(".*/case/[0-9a-f-]{36}/sent"));
    Document page = Jsoup.parse(visitor.follow(sent).body());
    assertThat(page.selectFirst(".case-number").text(), matchesPattern("CW-\\d+"));
    assertThat(page.selectFirst("#link").val(), containsString("http://help.example/cases/"));
    assertEquals(1, tables.count("customer_case where customer_address = ?1", address));
  }

  @Test
  void what_is_wrong_stands_beside_its_field_and_what_was_typed_is_still_there() {
    // Given
    Map<String, String> form = form("It <b>failed</b>\nyesterday");
    form.put("email", "nobody");
    form.put("name", "O'Neill & \"Söhne\"");

    // When
    HttpResponse<String> answer = visitor.post("/", form);

    // Then
    assertEquals(400, answer.statusCode());
    Document page = Jsoup.parse(answer.body());
    assertThat(page.selectFirst("#email-error").text(), containsString("e-mail address"));
    assertEquals("true", page.selectFirst("#email").attr("aria-invalid"));
    assertEquals("nobody", page.selectFirst("#email").val());
    assertEquals("O'Neill & \"Söhne\"", page.selectFirst("#name").val());
    assertEquals("It <b>failed</b>\nyesterday", page.selectFirst("#message").wholeText());
    assertEquals(form.get("submission"), page.selectFirst("[name=submission]").val());
  }

  @Test
  void all_fields_that_are_missing_are_named_at_once() {
    // When
    HttpResponse<String> answer = new Visitor("zh").post("/", Map.of());

    // Then
    Document page = Jsoup.parse(answer.body());
    assertEquals("zh", page.selectFirst("html").attr("lang"));
    assertEquals("请填写您的邮箱。", page.selectFirst("#email-error").text());
    assertEquals("请填写标题。", page.selectFirst("#subject-error").text());
    assertEquals("请告诉我们发生了什么。", page.selectFirst("#message-error").text());
  }

  @Test
  void the_same_form_sent_twice_is_one_case() {
    // Given
    Map<String, String> form = form("Sent twice by an impatient finger");

    // When
    HttpResponse<String> first = visitor.post("/", form);
    HttpResponse<String> second = visitor.post("/", form);

    // Then
    assertEquals(location(first), location(second));
    assertEquals(1, tables.count("customer_case where customer_address = ?1", address));
  }

  @Test
  void a_form_that_was_sent_with_another_text_is_asked_about_and_then_is_a_case_of_its_own() {
    // Given
    Map<String, String> form = form("The first text");
    visitor.post("/", form);
    form.put("message", "The second text");

    // When
    HttpResponse<String> answer = visitor.post("/", form);

    // Then
    assertEquals(422, answer.statusCode());
    Document page = Jsoup.parse(answer.body());
    assertFalse(page.selectFirst("#form-error").text().isEmpty());
    String submission = page.selectFirst("[name=submission]").val();
    assertNotEquals(form.get("submission"), submission);
    form.put("submission", submission);
    assertEquals(303, visitor.post("/", form).statusCode());
    assertEquals(2, tables.count("customer_case where customer_address = ?1", address));
  }

  @Test
  void who_has_sent_too_much_is_told_to_wait_and_keeps_his_text() {
    // Given
    Map<String, String> form = form("Again and again");

    // When
    HttpResponse<String> answer =
        IntStream.range(0, 12)
            .mapToObj(n -> visitor.post("/", form))
            .filter(one -> one.statusCode() == 429)
            .findFirst()
            .orElseThrow();

    // Then
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    Document page = Jsoup.parse(answer.body());
    assertThat(page.selectFirst("#form-error").text(), containsString("wait"));
    assertEquals("Again and again", page.selectFirst("#message").wholeText());
  }

  @Test
  void files_that_are_too_large_cost_nobody_his_text() {
    // When
    HttpResponse<String> answer =
        visitor.post("/", form("See the film"), Map.of("film.mp4", new byte[11 * 1024 * 1024]));

    // Then
    assertEquals(413, answer.statusCode());
    Document page = Jsoup.parse(answer.body());
    assertThat(page.selectFirst("#files-error").text(), containsString("too large"));
    assertEquals("See the film", page.selectFirst("#message").wholeText());
  }

  @Test
  void files_arrive_and_secrets_in_them_do_not() {
    // When
    HttpResponse<String> sent =
        visitor.post(
            "/",
            form("The receipt, card " + CARD),
            Map.of("收据 " + CARD + ".txt", CARD.getBytes(StandardCharsets.UTF_8)));

    // Then
    assertEquals(303, sent.statusCode());
    assertEquals(1, tables.count("attachment where file_name like ?1", "收据%.txt"));
    assertFalse(tables.anyRowContains("1111 1111"));
  }

  @Test
  void the_form_takes_part_in_no_other_sites_plans() {
    // When
    HttpResponse<String> page = visitor.get("/");

    // Then
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy, containsString("form-action 'self'"));
    assertThat(policy, not(containsString("unsafe")));
    assertThat(page.body(), not(containsString("<script>")));
    assertThat(page.body(), not(containsString(" style=")));
  }

  private Map<String, String> form(String message) {
    Map<String, String> form = new HashMap<>();
    form.put("submission", UUID.randomUUID().toString());
    form.put("email", address);
    form.put("subject", "A matter of money");
    form.put("message", message);
    form.put("language", "en");
    return form;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
