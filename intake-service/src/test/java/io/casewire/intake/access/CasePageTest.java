package io.casewire.intake.access;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.casewire.intake.Visitor;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class CasePageTest {

  private final Visitor visitor = new Visitor("en");

  @Test
  void a_link_becomes_a_cookie_of_its_one_case_and_leaves_the_address() {
    // Given
    Response opened = open("Locked out");
    String token = tokenOf(opened);
    String path = "/case/" + opened.path("caseId");

    // When
    HttpResponse<String> exchange = visitor.get("/cases/" + token);

    // Then
    assertEquals(303, exchange.statusCode());
    assertThat(location(exchange), allOf(endsWith(path), not(containsString(token))));
    assertThat(
        exchange.headers().firstValue("Set-Cookie").orElseThrow(),
        allOf(
            containsString("HttpOnly"),
            containsString("SameSite=Lax"),
            containsString("Path=" + path)));
    assertEquals("no-referrer", exchange.headers().firstValue("Referrer-Policy").orElseThrow());
  }

  @Test
  void the_page_shows_what_was_sent_and_how_it_stands_and_is_kept_by_no_cache() {
    // Given
    Response opened = open("Locked out");

    // When
    HttpResponse<String> page = visitor.follow(visitor.get("/cases/" + tokenOf(opened)));

    // Then
    assertEquals(200, page.statusCode());
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    Document shown = Jsoup.parse(page.body());
    assertThat(shown.text(), containsString(opened.path("caseNumber")));
    assertThat(shown.selectFirst("h1").text(), containsString("Locked out"));
    assertThat(shown.selectFirst("#state").text(), containsString("working on it"));
    assertThat(shown.selectFirst("#conversation .own").text(), containsString("Please help"));
  }

  @Test
  void one_browser_may_follow_several_cases() {
    // Given
    Response first = open("The first case");
    Response second = open("The second case");
    visitor.get("/cases/" + tokenOf(first));
    visitor.get("/cases/" + tokenOf(second));

    // Then
    assertThat(
        visitor.get("/case/" + first.path("caseId")).body(), containsString("The first case"));
    assertThat(
        visitor.get("/case/" + second.path("caseId")).body(), containsString("The second case"));
  }

  @Test
  void forged_foreign_and_missing_links_are_all_answered_alike() {
    // Given
    Response mine = open("Mine");
    Response other = open("Other");
    String token = tokenOf(mine);
    visitor.get("/cases/" + token);

    // When
    HttpResponse<String> forged = visitor.get("/cases/" + Forged.of(token));
    HttpResponse<String> foreign = visitor.get("/case/" + other.path("caseId"));
    HttpResponse<String> unknown = visitor.get("/case/" + UUID.randomUUID());

    // Then
    assertEquals(404, forged.statusCode());
    assertEquals(404, foreign.statusCode());
    assertEquals(404, unknown.statusCode());
    assertEquals(textOf(forged), textOf(foreign));
    assertEquals(textOf(forged), textOf(unknown));
    assertNull(forged.headers().firstValue("Set-Cookie").orElse(null));
  }

  @Test
  void what_somebody_wrote_stays_text() {
    // Given
    Response opened = open("<script>alert(1)</script>\"><img src=x onerror=alert(2)>");

    // When
    HttpResponse<String> page = visitor.follow(visitor.get("/cases/" + tokenOf(opened)));

    // Then
    Document shown = Jsoup.parse(page.body());
    assertEquals(0, shown.select("script:not([src]), img").size());
    assertThat(shown.selectFirst("h1").text(), containsString("<script>alert(1)</script>"));
  }

  @Test
  void a_page_that_is_up_to_date_is_told_nothing() {
    // Given
    Response opened = open("Locked out");
    visitor.get("/cases/" + tokenOf(opened));
    String news = "/case/" + opened.path("caseId") + "/news";

    // Then
    assertEquals(
        204,
        visitor.get(news + "?after=" + opened.path("messageId") + "&status=open").statusCode());
    assertThat(
        visitor.get(news + "?after=" + opened.path("messageId") + "&status=pending").body(),
        allOf(
            not(containsString("Please help")),
            containsString("after=" + opened.path("messageId") + "&amp;status=open")));
    assertThat(
        visitor.get(news + "?after=&status=pending").body(),
        allOf(containsString("Please help"), containsString("hx-swap-oob")));
  }

  @Test
  void the_page_speaks_the_readers_language() {
    // Given
    Visitor chinese = new Visitor("zh-CN,zh;q=0.9,en;q=0.1");

    // When
    HttpResponse<String> page = chinese.follow(chinese.get("/cases/" + tokenOf(open("登录"))));

    // Then
    Document shown = Jsoup.parse(page.body());
    assertEquals("zh", shown.selectFirst("html").attr("lang"));
    assertThat(shown.selectFirst("#state").text(), containsString("正在处理"));
  }

  private static Response open(String subject) {
    return RestAssured.given()
        .contentType("application/json")
        .header("Authorization", "Bearer local-channel-key")
        .body(
            Map.of(
                "customer",
                Map.of("email", UUID.randomUUID() + "@customers.example"),
                "subject",
                subject,
                "body",
                "Please help"))
        .post("/api/v1/requests");
  }

  private static String tokenOf(Response opened) {
    String url = opened.path("trackingUrl");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String textOf(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).selectFirst("main").text();
  }
}
