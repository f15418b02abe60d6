package io.casewire.notification.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.notification.attempt.NextStep.Finish;
import io.casewire.notification.attempt.NextStep.TryAgain;
import io.casewire.notification.attempt.RetrySchedule.Pauses;
import io.casewire.notification.notice.SuppressionReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
  private static final double MIDDLE = 0.5;

  private final RetrySchedule schedule =
      new RetrySchedule(
          new Pauses(Duration.ofSeconds(30), Duration.ofHours(1)),
          new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(1)),
          Duration.ofSeconds(20),
          Duration.ofHours(24));

  @Test
  void an_accepted_mail_is_sent() {
    assertEquals(new Finish(DeliveryState.SENT, null), after(new Outcome.Accepted(), 1));
  }

  @Test
  void a_refused_mail_has_failed_for_the_reason_given() {
    assertEquals(
        new Finish(DeliveryState.FAILED, "rejected-550"),
        after(new Outcome.Refused("rejected-550"), 1));
  }

  @Test
  void a_late_reason_not_to_send_it_suppresses_it() {
    assertEquals(
        new Finish(DeliveryState.SUPPRESSED, "inactive-agent"),
        after(new Outcome.Suppressed(SuppressionReason.INACTIVE_AGENT), 1));
  }

  @Test
  void pauses_double_up_to_the_longest() {
    assertEquals(again(Duration.ofSeconds(30)), after(new Outcome.Deferred("deferred-450"), 1));
    assertEquals(again(Duration.ofMinutes(2)), after(new Outcome.Deferred("deferred-450"), 3));
    assertEquals(again(Duration.ofHours(1)), after(new Outcome.Deferred("deferred-450"), 500));
  }

  @Test
  void pauses_vary_by_a_quarter() {
    assertEquals(
        again(Duration.ofMillis(22_500)),
        schedule.after(new Outcome.Deferred("deferred-450"), 1, NOW, NOW, 0));
    assertEquals(
        again(Duration.ofMillis(37_500)),
        schedule.after(new Outcome.Deferred("deferred-450"), 1, NOW, NOW, 1));
  }

  @Test
  void a_server_that_is_away_is_asked_again_sooner_than_one_that_asked_for_patience() {
    assertEquals(again(Duration.ofSeconds(1)), after(new Outcome.Unreachable(), 1));
    assertEquals(again(Duration.ofMinutes(1)), after(new Outcome.Unreachable(), 20));
  }

  @Test
  void a_refusal_of_us_is_no_failure_of_the_mail() {
    assertEquals(
        again(Duration.ofSeconds(1)), after(new Outcome.RelayRefused("relay-refused-535"), 1));
    assertEquals(
        again(Duration.ofSeconds(30)), after(new Outcome.SenderRefused("sender-refused-550"), 1));
  }

  @Test
  void a_mail_whose_next_attempt_would_be_a_day_late_is_given_up() {
    assertEquals(
        new Finish(DeliveryState.FAILED, "expired"),
        schedule.after(new Outcome.Unreachable(), 9, NOW.minus(Duration.ofHours(24)), NOW, MIDDLE));
  }

  @Test
  void an_alert_waits_for_an_unknown_agent_for_ever_and_uses_up_no_attempt() {
    assertEquals(
        new TryAgain(NOW.plusSeconds(20), false),
        schedule.after(
            new Outcome.RecipientUnknown(), 1, NOW.minus(Duration.ofDays(30)), NOW, MIDDLE));
  }

  @Test
  void a_mail_that_was_given_back_is_due_at_once() {
    assertEquals(new TryAgain(NOW, false), after(new Outcome.NotTried(), 3));
  }

  private NextStep after(Outcome outcome, int attempts) {
    return schedule.after(outcome, attempts, NOW, NOW, MIDDLE);
  }

  private static NextStep again(Duration pause) {
    return new TryAgain(NOW.plus(pause), true);
  }
}
