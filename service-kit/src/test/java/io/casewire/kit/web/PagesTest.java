package io.casewire.kit.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.problem.Http;
import io.casewire.testkit.Browser;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class PagesTest {

  private static final String PAGE = "/pages/probe";

  @TestHTTPResource("/")
  URI root;

  @Test
  void a_page_sends_the_browser_to_sign_in_and_back() {
    Browser browser = Browser.open(root, "en");

    HttpResponse<String> page = browser.signIn(PAGE + "?typed=before", "zoe", "agent");

    assertAll(
        () -> assertEquals(200, page.statusCode()),
        () -> assertEquals(PAGE, page.uri().getPath()),
        () -> assertTrue(page.body().contains("<p id=\"typed\">before</p>"), page.body()),
        () -> assertTrue(page.body().contains(">zoe</span>"), page.body()));
  }

  @Test
  void the_session_is_out_of_reach_for_scripts_and_ends_with_signing_out() {
    Browser browser = Browser.signedIn(root, "en", PAGE, "zoe", "agent");
    assertTrue(
        browser.cookies().stream()
            .filter(cookie -> cookie.getName().startsWith("q_session"))
            .allMatch(cookie -> cookie.isHttpOnly() && !cookie.getValue().contains("zoe")));

    HttpResponse<String> bye = browser.get("/sign-out");

    assertEquals("/signed-out", bye.uri().getPath());
    assertTrue(browser.get(PAGE).uri().getPath().startsWith("/authorize"));
  }

  @Test
  void a_program_gets_a_problem_instead_of_a_redirect() {
    Http http = new Http(root);
    HttpResponse<String> answer =
        Http.answer(http.get("/api/pages/probe").header("Accept", "text/html, */*"));
    HttpResponse<String> page = Http.answer(http.get(PAGE));

    assertAll(
        () -> assertEquals(401, answer.statusCode()),
        () -> assertEquals("unauthenticated", kind(answer)),
        () -> assertEquals(401, page.statusCode()),
        () -> assertTrue(Http.header(page, "WWW-Authenticate").startsWith("Bearer")));
  }

  @Test
  void a_session_and_a_token_open_the_same_api() {
    Browser browser = Browser.signedIn(root, "en", PAGE, "zoe", "agent");
    var byToken =
        new Http(root)
            .get("/api/pages/probe")
            .header("Authorization", "Bearer " + Tokens.of("yan", "agent"));

    assertEquals("zoe", browser.get("/api/pages/probe").body());
    assertEquals("yan", Http.answer(byToken).body());
  }

  @Test
  void a_role_that_is_too_low_sees_a_page_about_it() {
    Browser browser = Browser.signedIn(root, "en", PAGE, "zoe", "agent");

    HttpResponse<String> answer = browser.post(PAGE, Map.of("typed", "x"));

    assertEquals(403, answer.statusCode());
    assertTrue(answer.body().contains("You may not do this"), answer.body());
    assertTrue(answer.body().contains("href=\"/sign-out\""), "to come back under another name");
  }

  @Test
  void a_form_of_another_site_changes_nothing() {
    Browser browser = Browser.signedIn(root, "en", PAGE, "lea", "lead");
    Map<String, String> form = Map.of("typed", "changed");

    assertAll(
        () -> assertEquals(200, browser.post(PAGE, form).statusCode()),
        () -> assertEquals(403, browser.post(PAGE, form, Map.of()).statusCode()),
        () ->
            assertEquals(
                403,
                browser.post(PAGE, form, Map.of("Origin", "http://evil.example")).statusCode()),
        () ->
            assertEquals(
                403, browser.post(PAGE, form, Map.of("Sec-Fetch-Site", "same-site")).statusCode()));
  }

  @Test
  void what_somebody_typed_stays_text() {
    Browser browser = Browser.signedIn(root, "en", PAGE, "zoe", "agent");

    HttpResponse<String> page = browser.get(PAGE + "?typed=%3Cscript%3Ealert(1)%3C/script%3E%22'");

    assertFalse(page.body().contains("<script>alert"));
    assertTrue(page.body().contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;"));
    assertAll(
        () ->
            assertTrue(Http.header(page, "Content-Security-Policy").contains("script-src 'self'")),
        () -> assertEquals("nosniff", Http.header(page, "X-Content-Type-Options")),
        () -> assertEquals("no-referrer", Http.header(page, "Referrer-Policy")),
        () -> assertEquals("no-store", Http.header(page, "Cache-Control")));
  }

  @Test
  void the_browser_proposes_a_language_and_the_reader_chooses_one() {
    Browser browser = Browser.signedIn(root, "fr, zh-CN;q=0.8, en;q=0.5", PAGE, "zoe", "agent");
    assertTrue(browser.get(PAGE).body().contains("<h1>探针</h1>"));

    HttpResponse<String> page = browser.get("/language/en?back=" + PAGE);

    assertEquals(PAGE, page.uri().getPath());
    assertAll(
        () -> assertTrue(page.body().contains("<html lang=\"en\">")),
        () -> assertTrue(page.body().contains("<h1>Probe</h1>")),
        () -> assertTrue(page.body().contains("2 of them")),
        () -> assertTrue(page.body().contains(">Open</span>")));
  }

  @Test
  void choosing_a_language_leads_nowhere_else() {
    Browser browser = Browser.open(root, "zh");

    HttpResponse<String> answer = browser.get("/language/zh?back=//evil.example/");

    assertEquals(root.getAuthority(), answer.uri().getAuthority());
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("这里没有内容"), answer.body());
  }

  @Test
  void styles_and_scripts_are_kept_by_the_browser() {
    Browser browser = Browser.open(root, "en");
    HttpResponse<String> style = browser.get("/assets/casewire.css");

    assertAll(
        () -> assertEquals(200, style.statusCode()),
        () -> assertTrue(Http.header(style, "Cache-Control").contains("max-age")),
        () -> assertEquals(200, browser.get("/assets/casewire.js").statusCode()),
        () -> assertEquals(200, browser.get("/webjars/htmx.org/dist/htmx.min.js").statusCode()));
  }

  private static String kind(HttpResponse<String> answer) {
    String type = Http.json(answer).get("type").asText();
    return type.substring(type.lastIndexOf(':') + 1);
  }
}
