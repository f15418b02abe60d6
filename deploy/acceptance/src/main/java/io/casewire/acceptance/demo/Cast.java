package io.casewire.acceptance.demo;

import io.casewire.acceptance.client.Api;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Policies;
import java.util.List;
import java.util.Map;

/**
 * The people, queues, calendars and policies of the demonstration. Defined anew each time, so a
 * second run finds what the first one left and changes nothing.
 */
final class Cast {

  static final String OVERSEER = "grace";
  static final String LEAD = "chen";
  static final String AGENT = "lin";

  private static final String COMPLAINTS = "demo-complaints";
  private static final String PAYMENTS = "demo-payments";
  private static final String ALWAYS = "demo-always";
  private static final String SHANGHAI = "demo-shanghai";
  private static final String DEFAULT_QUEUE = "default";

  private final Desk desk;

  Cast(Desk desk) {
    this.desk = desk;
  }

  void assemble() {
    List<String> queues = List.of(PAYMENTS, COMPLAINTS, DEFAULT_QUEUE);
    desk.staff().employ(OVERSEER, "Grace", "supervisor", queues, 0);
    desk.staff().employ(LEAD, "陈静", "lead", queues, 0);
    desk.staff().employ(AGENT, "林晓", "agent", queues, 50);
    queue(PAYMENTS, "Payments · 付款", 10, List.of("payment-failed", "refund", "withdrawal"));
    queue(COMPLAINTS, "Complaints · 投诉", 20, List.of("complaint"));
    calendars();
    policies();
  }

  private void queue(String id, String name, int order, List<String> categories) {
    desk.routing()
        .put(
            "/api/v1/queues/" + id,
            Map.of(
                "name",
                name,
                "order",
                order,
                "match",
                Map.of("categories", categories),
                "strategy",
                "least-loaded"))
        .expectSuccess();
  }

  private void calendars() {
    Api sla = desk.sla();
    sla.put("/api/v1/calendars/" + ALWAYS, Map.of("alwaysOpen", true)).expectSuccess();
    List<List<String>> day = List.of(List.of("09:00", "12:00"), List.of("13:00", "18:00"));
    sla.put(
            "/api/v1/calendars/" + SHANGHAI,
            Map.of(
                "timeZone",
                "Asia/Shanghai",
                "hours",
                Map.of(
                    "monday",
                    day,
                    "tuesday",
                    day,
                    "wednesday",
                    day,
                    "thursday",
                    day,
                    "friday",
                    day)))
        .expectSuccess();
  }

  /** In front of whatever policies there are: the first that matches a case wins. */
  private void policies() {
    new Policies(desk.sla()).putFirst(List.of(impatient(), usual()));
  }

  /** So impatient that one can watch it. */
  private static Map<String, Object> impatient() {
    return Map.of(
        "name",
        COMPLAINTS,
        "when",
        Map.of("categories", List.of("complaint")),
        "calendar",
        ALWAYS,
        "targets",
        Map.of("firstResponse", "PT6S"),
        "escalation",
        List.of(
            level(1, "100%", "owner"), level(2, "PT4S", "lead"), level(3, "PT8S", "supervisor")));
  }

  private static Map<String, Object> usual() {
    return Map.of(
        "name",
        PAYMENTS,
        "when",
        Map.of("categories", List.of("payment-failed", "refund", "withdrawal")),
        "calendar",
        SHANGHAI,
        "targets",
        Map.of("firstResponse", "PT4H", "resolution", "PT16H"),
        "pauseOn",
        List.of("pending"));
  }

  private static Map<String, Object> level(int level, String after, String to) {
    return Map.of("level", level, "after", after, "to", to, "action", "notify");
  }
}
