package io.casewire.sla.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.Assurance;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.EscalationAction;
import io.casewire.events.Priority;
import io.casewire.sla.escalation.Addressee;
import io.casewire.sla.escalation.EscalationChain;
import io.casewire.sla.escalation.EscalationLevel;
import io.casewire.sla.escalation.LevelDraft;
import io.casewire.sla.input.Validated;
import io.casewire.sla.input.Violation;
import io.casewire.sla.policy.PolicyDraft.MatchDraft;
import io.casewire.sla.policy.PolicyDraft.TargetDraft;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySetTest {

  private static final MatchDraft ALL =
      new MatchDraft(List.of(), List.of(), List.of(), List.of(), null, List.of());
  private static final CaseTraits CASE =
      new CaseTraits(
          Category.REFUND, "zh", "email", Priority.HIGH, Assurance.NONE, List.of("vip", "pilot"));

  @Test
  void a_policy_is_read_with_all_its_parts() {
    // Given
    var draft =
        new PolicyDraft(
            "refunds",
            new MatchDraft(
                List.of("refund"),
                List.of("zh"),
                List.of("email"),
                List.of("high", "urgent"),
                "session",
                List.of("vip")),
            "desk",
            Map.of(
                "firstResponse", new TargetDraft("PT4H", null),
                "resolution", new TargetDraft("P3D", "calendar")),
            List.of("75%", "PT15M"),
            List.of(
                new LevelDraft(1, "100%", "owner", null),
                new LevelDraft(2, "PT1H", "queue:payments", "reassign")),
            List.of("pending"));

    // When
    var read = PolicySet.of(3, List.of(draft));

    // Then
    var expected =
        new Policy(
            "refunds",
            new CaseMatch(
                Set.of(Category.REFUND),
                Set.of("zh"),
                Set.of("email"),
                Set.of(Priority.HIGH, Priority.URGENT),
                Assurance.SESSION,
                Set.of("vip")),
            "desk",
            Map.of(
                Metric.FIRST_RESPONSE, new Target(Duration.ofHours(4), TargetHours.BUSINESS),
                Metric.RESOLUTION, new Target(Duration.ofDays(3), TargetHours.CALENDAR)),
            List.of(new WarnAt.Share(75), new WarnAt.BeforeDue(Duration.ofMinutes(15))),
            new EscalationChain(
                List.of(
                    new EscalationLevel(
                        1, Duration.ZERO, new Addressee("owner"), EscalationAction.NOTIFY),
                    new EscalationLevel(
                        2,
                        Duration.ofHours(1),
                        new Addressee("queue:payments"),
                        EscalationAction.REASSIGN))),
            Set.of(CaseStatus.PENDING));
    assertEquals(new Validated.Valid<>(new PolicySet(3, List.of(expected))), read);
  }

  @Test
  void the_first_policy_that_fits_wins() {
    // Given
    var set =
        new PolicySet(
            1,
            List.of(
                policy("disputes", matching(Set.of(Category.DISPUTE), Set.of())),
                policy("refunds", matching(Set.of(Category.REFUND), Set.of())),
                policy("rest", CaseMatch.ANY)));

    // Then
    assertEquals(Optional.of("refunds"), set.firstMatch(CASE).map(Policy::name));
    assertEquals(
        Optional.of("rest"),
        set.firstMatch(CASE.classifiedAs(Category.FEES, "zh")).map(Policy::name));
  }

  @Test
  void a_case_that_fits_no_policy_has_none() {
    var set =
        new PolicySet(1, List.of(policy("disputes", matching(Set.of(Category.DISPUTE), Set.of()))));

    assertEquals(Optional.empty(), set.firstMatch(CASE));
    assertEquals(Optional.empty(), PolicySet.NONE.firstMatch(CASE));
  }

  @ParameterizedTest
  @CsvSource({
    "refund,   zh, email, high,   none,    vip,   true",
    "login,    zh, email, high,   none,    vip,   false",
    "refund,   en, email, high,   none,    vip,   false",
    "refund,   zh, chat,  high,   none,    vip,   false",
    "refund,   zh, email, low,    none,    vip,   false",
    "refund,   zh, email, high,   session, vip,   false",
    "refund,   zh, email, high,   none,    other, false",
  })
  void every_field_of_the_condition_must_fit(
      String category,
      String language,
      String channel,
      String priority,
      String assurance,
      String tag,
      boolean fits) {
    // Given
    var when =
        new MatchDraft(
            List.of(category),
            List.of(language),
            List.of(channel),
            List.of(priority),
            assurance,
            List.of(tag, "unused"));
    var set = read(draft("p", when));

    // Then
    assertEquals(fits, set.firstMatch(CASE).isPresent());
  }

  @ParameterizedTest
  @CsvSource({"75%, PT3H", "1%, PT2M24S", "99%, PT3H57M36S", "PT15M, PT3H45M", "PT5H, PT-1H"})
  void a_warning_lies_at_a_share_of_the_target_or_before_its_end(String warnAt, Duration offset) {
    assertEquals(
        Optional.of(offset),
        WarnAt.parse(warnAt).map(warning -> warning.offsetIn(Duration.ofHours(4))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0%", "100%", "7.5%", "-5%", "PT0S", "-PT5M", "soon", "", "75"})
  void other_warnings_are_refused(String warnAt) {
    assertRefused(
        List.of("policies[0].warnAt[0]"),
        new PolicyDraft("p", ALL, "desk", Map.of(), List.of(warnAt), List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1H", "4h", "P1M", "P4000D", ""})
  void a_target_must_be_a_positive_duration(String duration) {
    assertRefused(
        List.of("policies[0].targets.firstResponse"),
        targets(Map.of("firstResponse", new TargetDraft(duration, null))));
  }

  @Test
  void a_target_names_its_metric_and_hours() {
    assertRefused(
        List.of("policies[0].targets.happiness"),
        targets(Map.of("happiness", new TargetDraft("PT1H", null))));
    assertRefused(
        List.of("policies[0].targets.resolution.hours"),
        targets(Map.of("resolution", new TargetDraft("PT1H", "lunar"))));
  }

  @Test
  void the_condition_is_made_of_known_words() {
    assertRefused(
        List.of(
            "policies[0].when.categories[1]",
            "policies[0].when.languages[0]",
            "policies[0].when.priorities[0]",
            "policies[0].when.minAssurance",
            "policies[0].when.tags[0]"),
        draft(
            "p",
            new MatchDraft(
                List.of("refund", "Refund"),
                Arrays.asList((String) null),
                List.of("email"),
                List.of("asap"),
                "blood",
                List.of(" "))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "lead", "supervisor", "queue:payments", "ann.lee", "a"})
  void an_escalation_turns_to_a_role_a_queue_or_an_agent(String to) {
    assertEquals(Optional.of(to), Addressee.parse(to).map(Addressee::value));
  }

  @Test
  void a_level_is_checked_in_every_field() {
    assertRefused(
        List.of(
            "policies[0].escalation[0].level",
            "policies[0].escalation[0].after",
            "policies[0].escalation[0].to",
            "policies[0].escalation[0].action",
            "policies[0].escalation[1]"),
        escalation(Arrays.asList(new LevelDraft(0, "75%", "queue:", "shout"), null)));
  }

  @Test
  void levels_climb() {
    assertRefused(
        List.of("policies[0].escalation[1].level", "policies[0].escalation[2].after"),
        escalation(
            List.of(
                new LevelDraft(2, "PT1H", "owner", null),
                new LevelDraft(2, "PT2H", "lead", null),
                new LevelDraft(3, "100%", "supervisor", null))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "resolved", "lunch"})
  void clocks_may_only_pause_while_the_customer_is_waited_for(String status) {
    assertRefused(
        List.of("policies[0].pauseOn[0]"),
        new PolicyDraft("p", ALL, "desk", Map.of(), List.of(), List.of(), List.of(status)));
  }

  @Test
  void names_are_unique_and_calendars_are_named() {
    // Given
    var twin = draft("p", null);
    var nameless = new PolicyDraft(" ", null, null, Map.of(), List.of(), List.of(), List.of());

    // Then
    assertRefused(
        List.of("policies[1].name", "policies[2].name", "policies[2].calendar", "policies[3]"),
        twin,
        twin,
        nameless,
        null);
  }

  @Test
  void a_calendar_that_does_not_exist_is_told_by_its_policy() {
    var set = read(draft("p", null));

    assertEquals(List.of(), set.withoutCalendar(Set.of("desk")));
    assertEquals(
        List.of("policies[0].calendar"),
        set.withoutCalendar(Set.of("moon")).stream().map(Violation::field).toList());
  }

  @Test
  void sizes_are_limited() {
    assertRefused(
        List.of("policies"),
        Collections.nCopies(201, draft("p", null)).toArray(PolicyDraft[]::new));
    assertRefused(
        List.of("policies[0].name", "policies[0].warnAt", "policies[0].escalation"),
        new PolicyDraft(
            "x".repeat(201),
            null,
            "desk",
            Map.of(),
            Collections.nCopies(21, "75%"),
            Collections.nCopies(21, new LevelDraft(1, "100%", "owner", null)),
            List.of()));
  }

  private static Policy policy(String name, CaseMatch when) {
    return new Policy(name, when, "desk", Map.of(), List.of(), EscalationChain.NONE, Set.of());
  }

  private static CaseMatch matching(Set<Category> categories, Set<Priority> priorities) {
    return new CaseMatch(categories, Set.of(), Set.of(), priorities, Assurance.NONE, Set.of());
  }

  private static PolicyDraft draft(String name, MatchDraft when) {
    return new PolicyDraft(name, when, "desk", Map.of(), List.of(), List.of(), List.of());
  }

  private static PolicyDraft targets(Map<String, TargetDraft> targets) {
    return new PolicyDraft("p", ALL, "desk", targets, List.of(), List.of(), List.of());
  }

  private static PolicyDraft escalation(List<LevelDraft> levels) {
    return new PolicyDraft("p", ALL, "desk", Map.of(), List.of(), levels, List.of());
  }

  private static PolicySet read(PolicyDraft draft) {
    return switch (PolicySet.of(1, List.of(draft))) {
      case Validated.Valid<PolicySet>(var set) -> set;
      case Validated.Invalid<PolicySet>(var violations) ->
          throw new AssertionError(violations.toString());
    };
  }

  private static void assertRefused(List<String> fields, PolicyDraft... drafts) {
    switch (PolicySet.of(1, Arrays.asList(drafts))) {
      case Validated.Valid<PolicySet>(var set) -> throw new AssertionError("accepted " + set);
      case Validated.Invalid<PolicySet>(var violations) ->
          assertEquals(fields, violations.stream().map(Violation::field).toList());
    }
  }
}
