package io.casewire.intake.mail.automatic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Catches the out-of-office answers that carry no header: who sends that many mails on one case
 * that fast is a machine, and treating him as one ends the ping-pong.
 */
public final class MailBurst {

  /** From this many mails on, the present one included. */
  public static final int MAILS = 3;

  /** Within this time. */
  public static final Duration WITHIN = Duration.ofMinutes(10);

  private MailBurst() {}

  /**
   * Whether a mail is one too many.
   *
   * @param earlier when earlier mails of the same sender on the same case were received, any order
   * @param receivedAt when this one was
   */
  public static boolean isOneOf(List<Instant> earlier, Instant receivedAt) {
    Instant since = receivedAt.minus(WITHIN);
    long recent =
        earlier.stream().filter(at -> !at.isBefore(since) && !at.isAfter(receivedAt)).count();
    return recent + 1 >= MAILS;
  }
}
