package io.casewire.routing.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.CaseOpened;
import io.casewire.events.CaseRated;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.PersonalMessage;
import io.casewire.events.Priority;
import io.casewire.events.RecipientKind;
import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.Browser;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeskPagesTest extends FlowTest {

  private static final Pattern VERSION =
      Pattern.compile("name=\"version\" id=\"seen\" value=\"([^\"]*)\"");

  @TestHTTPResource("/")
  URI root;

  @Inject Transactions transactions;

  @Test
  void an_agent_sees_his_case_answers_it_and_resolves_it() {
    // Given
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 5);
    Browser browser = browser(zoe, "en");
    browser.post("/desk/presence", Map.of("state", "online", "back", "/desk"));
    CaseOpened opened = openedAndOwnedBy(zoe);
    String text = "Done." + " Thank you for your patience.".repeat(100);

    // When
    HttpResponse<String> list = browser.get("/desk");
    HttpResponse<String> page = browser.get(path(opened));
    HttpResponse<String> answered =
        browser.post(
            path(opened) + "/reply",
            Map.of("key", "k1", "version", version(page), "text", text, "then", "resolved"));

    // Then
    assertAll(
        () -> assertTrue(list.body().contains(opened.caseNumber()), list.body()),
        () -> assertTrue(list.body().contains("case-row unread"), "new to him"),
        () -> assertTrue(page.body().contains("My payment has failed")),
        () -> assertTrue(page.body().contains("got it from the queue " + queue), page.body()),
        () -> assertEquals(200, answered.statusCode()),
        () -> assertTrue(answered.body().contains("Your reply is on its way."), answered.body()),
        () -> assertTrue(answered.body().contains("Done.")));
    hasStatus(opened, "resolved");
    assertFalse(browser.get("/desk").body().contains(opened.caseNumber()));
  }

  @Test
  void a_case_is_marked_as_read_once_for_what_the_customer_has_written() {
    // Given
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 5);
    Browser browser = browser(zoe, "en");
    CaseOpened opened = opened();
    browser.get(path(opened));
    String marked = marked(zoe);

    // When
    browser.get(path(opened));
    browser.get(path(opened));

    // Then
    assertEquals(marked, marked(zoe), "written again");
    stream.say(Customers.writesAgain(opened, queue));
    eventually(() -> assertTrue(browser.get(path(opened)).body().contains("any news")));
    assertNotEquals(marked, marked(zoe));
  }

  @Test
  void secrets_that_staff_type_are_neither_kept_nor_sent_and_the_page_says_so() {
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 5);
    CaseOpened opened = opened();
    String more = ", and that he has used it before.".repeat(50);

    HttpResponse<String> page =
        browser(zoe, "en")
            .post(
                path(opened) + "/note",
                Map.of("key", "k1", "text", "He says 4111 1111 1111 1111 is his card" + more));

    assertTrue(page.body().contains("were removed from your text"), page.body());
    assertTrue(page.body().contains("a card number"));
    zoe.get("/cases/" + opened.caseId())
        .body("timeline.text", hasItem("He says 411111******1111 is his card" + more));
    zoe.post("/cases/" + opened.caseId() + "/replies", Map.of("text", "Password: hunter2secret"))
        .statusCode(201)
        .body("redacted", equalTo(List.of("password")));
  }

  @Test
  void what_anybody_wrote_stays_text() {
    // Given
    String attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    CaseOpened opened =
        Customers.opens(
            queue,
            Priority.URGENT,
            new PersonalMessage(
                "a@customer.example", null, attack, attack, attack, null, List.of()));
    stream.say(opened);
    eventually(() -> Desk.BOSS.get("/cases/" + opened.caseId()).statusCode(200));
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 5);
    Browser browser = browser(zoe, "en");

    // When
    browser.post(path(opened) + "/note", Map.of("key", "k1", "text", attack));
    List<String> pages =
        List.of(
            browser.get(path(opened)).body(),
            browser.get("/desk?list=waiting").body(),
            browser.get("/desk/search?q=script").body(),
            browser.get("/desk/search?q=%3Cscript%3Ealert(1)%3C/script%3E").body());

    // Then
    pages.forEach(
        page -> {
          assertFalse(page.contains("<script>alert"), page);
          assertFalse(page.contains("<img src=x"), page);
          assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
        });
  }

  @Test
  void each_role_sees_its_pages_and_no_more() {
    // Given
    CaseOpened opened = opened();
    Desk member = Desk.agent(queue + "-member").worksOn(queue, 0);
    Desk lead = Desk.lead(queue + "-lead").worksOn(queue, 0);
    Desk outsider = Desk.agent(queue + "-outsider").worksOn("default", 0);
    Desk unknown = new Desk(queue + "-unknown", "agent");
    List<Browser> all =
        List.of(member, lead, outsider, unknown, Desk.BOSS).stream()
            .map(desk -> browser(desk, "en"))
            .toList();

    // When
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    for (String path :
        List.of("/desk", path(opened), "/desk/search?q=payment", "/desk/board", "/desk/nowhere")) {
      found.put(path, all.stream().map(browser -> browser.get(path).statusCode()).toList());
    }

    // Then: member, lead, outsider, never defined, supervisor
    assertEquals(List.of(200, 200, 200, 200, 200), found.get("/desk"));
    assertEquals(List.of(200, 200, 404, 404, 200), found.get(path(opened)));
    assertEquals(List.of(200, 200, 200, 200, 200), found.get("/desk/search?q=payment"));
    assertEquals(List.of(403, 200, 403, 403, 200), found.get("/desk/board"));
    assertEquals(List.of(404, 404, 404, 404, 404), found.get("/desk/nowhere"));
    assertEquals("/authorize", Browser.open(root, "en").get("/desk").uri().getPath());
  }

  @Test
  void a_case_that_changed_meanwhile_is_shown_as_it_is_and_keeps_what_was_typed() {
    // Given
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 5);
    CaseOpened opened = opened();
    Browser browser = browser(zoe, "zh");
    String before = version(browser.get(path(opened)));
    stream.say(Customers.writesAgain(opened, queue));
    eventually(
        () ->
            zoe.get("/cases/" + opened.caseId())
                .body("timeline.text", hasItem(containsString("any news"))));

    // When
    Map<String, String> form = Map.of("key", "k1", "version", before, "text", "很抱歉 <b>");
    HttpResponse<String> stale = browser.post(path(opened) + "/reply", form);

    // Then
    assertAll(
        () -> assertEquals(412, stale.statusCode()),
        () -> assertTrue(stale.body().contains("您打开之后工单已有变化"), stale.body()),
        () -> assertTrue(stale.body().contains(">很抱歉 &lt;b&gt;</textarea>"), stale.body()),
        () -> assertTrue(stale.body().contains("any news")));
  }

  @Test
  void a_form_that_is_sent_twice_is_done_once() {
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 5);
    CaseOpened opened = opened();
    Browser browser = browser(zoe, "en");
    Map<String, String> form = Map.of("key", "same", "text", "Only once");

    assertEquals(200, browser.post(path(opened) + "/note", form).statusCode());
    assertEquals(200, browser.post(path(opened) + "/note", form).statusCode());

    zoe.get("/cases/" + opened.caseId())
        .body("timeline.findAll { it.type == 'case.note-added' }", hasSize(1));
  }

  @Test
  void a_form_of_another_site_is_refused() {
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 5);
    CaseOpened opened = opened();
    Browser browser = browser(zoe, "en");
    Map<String, String> form = Map.of("key", "k1", "text", "Send me money");
    Map<String, String> elsewhere = Map.of("Origin", "https://evil.example");

    assertEquals(403, browser.post(path(opened) + "/reply", form, elsewhere).statusCode());
    assertEquals(
        403, browser.post("/desk/presence", Map.of("state", "away"), elsewhere).statusCode());
  }

  @Test
  void only_what_is_possible_is_offered_and_the_rest_is_refused_with_a_reason() {
    // Given
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 5);
    Desk lea = Desk.lead(queue + "-lea").worksOn(queue, 5);
    CaseOpened opened = opened();
    Browser browser = browser(zoe, "en");

    // When
    HttpResponse<String> taken = browser.post(path(opened) + "/take", Map.of());
    HttpResponse<String> given =
        browser.post(path(opened) + "/assign", Map.of("to", "agent:" + lea.agentId()));
    HttpResponse<String> closed = browser.post(path(opened) + "/status", Map.of("to", "closed"));
    HttpResponse<String> reopened = browser.post(path(opened) + "/status", Map.of("to", "open"));

    // Then
    assertAll(
        () -> assertTrue(taken.body().contains("The case is yours."), taken.body()),
        () -> assertTrue(taken.body().contains("/decline\"")),
        () -> assertFalse(taken.body().contains("agent:" + lea.agentId()), "not for agents"),
        () -> assertEquals(403, given.statusCode()),
        () -> assertTrue(given.body().contains("You may not do this with this case.")),
        () -> assertEquals(200, closed.statusCode()),
        () -> assertFalse(closed.body().contains("/reply\""), "closed is final"),
        () -> assertEquals(409, reopened.statusCode()),
        () -> assertTrue(reopened.body().contains("can not go there"), reopened.body()));
  }

  @Test
  void search_finds_by_words_by_number_and_by_the_customers_address() {
    // Given
    String address = "ann+" + queue + "@customer.example";
    CaseOpened opened =
        Customers.opens(
            queue,
            Priority.LOW,
            new PersonalMessage(address, null, "Ann", "退款", "我的退款还没有到账", null, List.of()));
    stream.say(opened);
    eventually(() -> Desk.BOSS.get("/cases/" + opened.caseId()).statusCode(200));
    Browser browser = browser(Desk.agent(queue + "-zoe").worksOn(queue, 0), "zh");
    String link = "/desk/search?q=ann%2B" + queue + "%40customer.example";

    // Then
    for (String found : List.of("/desk/search?q=" + opened.caseNumber(), link)) {
      assertTrue(browser.get(found).body().contains("/desk/cases/" + opened.caseId()), found);
    }
    assertTrue(browser.get("/desk/search?q=%E5%88%B0%E8%B4%A6").body().contains("退款"));
    assertTrue(browser.get(path(opened)).body().contains(link), "the case leads to the others");
    assertTrue(browser.get("/desk/search?q=nothing+like+this").body().contains("没有找到"));
  }

  @Test
  void all_that_a_customer_sent_is_shown_and_found() {
    // Given
    CaseOpened earlier = opened();
    CaseOpened opened = Customers.opensWithEverything(queue, earlier.caseId(), earlier.caseId());
    stream.say(opened);
    stream.say(
        new CaseRated(
            opened.caseId(), 1, 2, Instant.now(), new CaseRated.Personal("Too slow for me")));
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 0);
    eventually(
        () -> zoe.get("/cases/" + opened.caseId()).body("timeline.type", hasItem("case.rated")));

    // When
    String page = browser(zoe, "en").get(path(opened)).body();

    // Then
    for (String shown :
        List.of(
            "Is this from you?",
            "<summary>Show what was cut off (quotes, signature)</summary>",
            "&gt; Dear customer, your account is frozen",
            "screen.png <span class=\"muted\">1,235 kB</span>",
            "not searched for secrets",
            "Wants answers at office@lopez.example",
            "Payment: TX-4711",
            "<dd>TX-4711</dd>",
            "Goes on with a closed case",
            "Mentions another case, without proof that it is the sender&#39;s",
            "Another mail came under the same Message-ID",
            "<dt>Goes on with</dt><dd><a href=\"/desk/cases/" + earlier.caseId(),
            "The customer rates our help: 2 of 5",
            "Too slow for me")) {
      assertTrue(page.contains(shown), () -> shown + " is not in " + page);
    }
    String chinese = browser(zoe, "zh").get(path(opened)).body();
    assertTrue(chinese.contains("希望回复至 office@lopez.example"), chinese);
    zoe.get("/cases/" + opened.caseId())
        .body("transactionRef", equalTo("TX-4711"))
        .body("continuesCaseId", equalTo(earlier.caseId().toString()))
        .body("possiblyRelatedCaseId", equalTo(earlier.caseId().toString()))
        .body("timeline[0].quoted", containsString("frozen"))
        .body("timeline[0].replyTo", equalTo("office@lopez.example"))
        .body("timeline[0].attachments[0].fileName", equalTo("screen.png"))
        .body("timeline[0].attachments[0].size", equalTo(1_234_567))
        .body("timeline[0].attachments[0].unscanned", equalTo(true))
        .body("timeline[0].detail.messageIdReused", equalTo(true));
    for (String words :
        List.of(
            "TX-4711",
            "López",
            "maria.lopez@customer.example",
            "office@lopez.example",
            "screen.png",
            "frozen",
            "[" + opened.caseNumber() + "]")) {
      zoe.get("/cases?queue={queue}&q={q}", queue, words)
          .body("items.caseId", equalTo(List.of(opened.caseId().toString())));
    }
  }

  @Test
  void an_answer_that_did_not_arrive_is_marked_in_words_at_the_answer() {
    // Given
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 5);
    CaseOpened opened = opened();
    UUID answer =
        UUID.fromString(
            zoe.post("/cases/" + opened.caseId() + "/replies", Map.of("text", "We have paid."))
                .extract()
                .path("messageId"));

    // When
    stream.say(
        new NotificationSuppressed(
            opened.caseId(),
            Ids.next(),
            Ids.next(),
            "agent-reply",
            RecipientKind.CUSTOMER,
            "email",
            "no-address",
            answer,
            Instant.now()));

    // Then
    String mark = "<p class=\"unsent\">Answer did not reach the customer: the customer gave no";
    eventually(() -> assertTrue(browser(zoe, "en").get(path(opened)).body().contains(mark)));
    assertTrue(browser(zoe, "zh").get(path(opened)).body().contains("回复未送达客户：客户未提供邮箱"));
  }

  @Test
  void a_lead_sees_queues_and_people_on_the_board() {
    Desk lea = Desk.lead(queue + "-lea").worksOn(queue, 5);
    opened();

    String board = browser(lea, "zh").get("/desk/board").body();

    assertAll(
        () -> assertTrue(board.contains(queue), board),
        () -> assertTrue(board.contains("<span class=\"badge count warn\">1</span>"), board),
        () -> assertTrue(board.contains("Agent " + lea.agentId())));
  }

  @Test
  void the_stream_tells_of_the_cases_that_one_sees_and_of_no_others() {
    // Given
    Desk zoe = Desk.agent(queue + "-zoe").worksOn(queue, 0);
    Desk outsider = Desk.agent(queue + "-outsider").worksOn("default", 0);
    List<String> seen = new CopyOnWriteArrayList<>();
    List<String> hidden = new CopyOnWriteArrayList<>();
    HttpClient client = HttpClient.newHttpClient();
    try {
      listen(client, zoe, seen);
      listen(client, outsider, hidden);
      eventually(() -> assertTrue(!seen.isEmpty() && !hidden.isEmpty(), "connected"));

      // When
      CaseOpened opened = opened();

      // Then
      String told = "data:{\"caseId\":\"" + opened.caseId() + "\"}";
      eventually(() -> assertTrue(seen.contains(told), seen.toString()));
      assertTrue(seen.contains("event:refresh"), seen.toString());
      assertTrue(seen.contains("event:heartbeat"), seen.toString());
      assertTrue(seen.contains("data:{\"seconds\":3}"), seen.toString());
      assertFalse(hidden.contains(told));
    } finally {
      // The streams go on, so there is no end to wait for.
      client.shutdownNow();
    }
  }

  private void listen(HttpClient client, Desk desk, List<String> lines) {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("/api/v1/stream"))
            .header("Authorization", "Bearer " + Tokens.of(desk.agentId(), desk.role()))
            .header("Last-Event-ID", "1")
            .build();
    client
        .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
        .thenAccept(
            answer -> answer.body().map(line -> line.replace(": ", ":")).forEach(lines::add));
  }

  private Browser browser(Desk desk, String language) {
    return Browser.signedIn(root, language, "/desk", desk.agentId(), desk.role());
  }

  /** Names the transaction that has marked the agent's only case as read. */
  private String marked(Desk desk) {
    return transactions
        .read(
            session ->
                PlainStatement.of(
                        session, "select cast(xmin as text) from case_look where agent_id = $1")
                    .bind(desk.agentId())
                    .value(String.class))
        .await()
        .atMost(Duration.ofSeconds(20));
  }

  private static String path(CaseOpened opened) {
    return "/desk/cases/" + opened.caseId();
  }

  private static String version(HttpResponse<String> page) {
    Matcher version = VERSION.matcher(page.body());
    assertTrue(version.find(), page.body());
    return version.group(1).replace("&quot;", "\"");
  }
}
