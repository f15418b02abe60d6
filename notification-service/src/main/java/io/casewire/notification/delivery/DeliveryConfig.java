package io.casewire.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails are handed over. */
@ConfigMapping(prefix = "casewire.notification.delivery")
public interface DeliveryConfig {

  /**
   * Connections to the mail server, which is how many mails are handed over at once. A recipient
   * whose server makes ours wait occupies one of them.
   */
  @WithDefault("4")
  int connections();

  /** The most mails that wait in memory for a connection or for their result to be kept. */
  @WithDefault("200")
  int inFlight();

  /**
   * How long a claimed mail is this process's own. A process that dies delays its mails by this; it
   * is longer than any attempt can take, so that no other process starts one beside it.
   */
  @WithDefault("PT45S")
  Duration lease();

  /**
   * For how long results are gathered to be kept together. Nobody waits for them but the next mail
   * to the same recipient of a case; a process that dies repeats the mails of this time.
   */
  @WithDefault("PT0.05S")
  Duration gatherResults();

  /**
   * How often the dispatch looks without being woken: for retries and for what a dead replica left.
   */
  @WithDefault("PT1S")
  Duration poll();

  /** The first pause after the server asked to come again later; it doubles. */
  @WithDefault("PT30S")
  Duration deferredFirst();

  @WithDefault("PT1H")
  Duration deferredLongest();

  /** The first pause after the server could not be reached; it doubles. */
  @WithDefault("PT1S")
  Duration unreachableFirst();

  /** Short, so that mails flow soon after the server is back. */
  @WithDefault("PT1M")
  Duration unreachableLongest();

  /** How often an unknown agent is looked for besides at each change of the directory. */
  @WithDefault("PT30S")
  Duration unknownRecipient();

  /** How long a mail is tried. A day, so that a server that is repaired overnight loses nothing. */
  @WithDefault("PT24H")
  Duration giveUpAfter();

  /** How long a mail that was given up can be queued again. */
  @WithDefault("P30D")
  Duration keepFailed();
}
