package io.casewire.acceptance.load;

import io.casewire.acceptance.load.Disturbance.Absence;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the customers of a load felt, by channel. */
final class LoadReport {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final PrintStream out;
  private final StreamWatch stream;
  private final MailWatch mail;

  LoadReport(PrintStream out, StreamWatch stream, MailWatch mail) {
    this.out = out;
    this.stream = stream;
    this.mail = mail;
  }

  /** Waits until every customer knows, is assigned and acknowledged, or until time is up. */
  void awaitDone(Ledger ledger, Instant until) {
    while (Instant.now().isBefore(until) && !isDone(ledger)) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isDone(Ledger ledger) {
    return ledger.undecided().isEmpty()
        && ledger.unanswered().isEmpty()
        && ledger.openings().stream()
            .allMatch(one -> assignedAt(one) != null && acknowledgedAt(one) != null);
  }

  /** Prints the figures. */
  void print(long customers, Ledger ledger, List<Channel> channels) {
    List<AcceptedMessage> openings = ledger.openings();
    out.printf(
        "%ncustomers %d, accepted %d; further messages accepted %d%n",
        customers, openings.size(), ledger.accepted().size() - openings.size());
    ledger.troubles().forEach((what, count) -> out.printf("  %s × %d%n", what, count));
    out.println("                                        milliseconds");
    for (Channel channel : channels) {
      List<AcceptedMessage> of =
          openings.stream().filter(one -> one.channel().equals(channel.typedName())).toList();
      line(channel, "wish → accepted", ledger.latencies(channel));
      if (channel == Channel.EMAIL) {
        line(channel, "accepted → case", since(of, this::openedAt));
      }
      line(channel, "accepted → assigned", since(of, this::assignedAt));
      line(channel, acknowledgement(channel), since(of, this::acknowledgedAt));
    }
  }

  /**
   * Prints how customers fared while one process alone was away, and how soon all was done after
   * the last one was back.
   *
   * @param done when every customer knew, was assigned and acknowledged
   */
  void print(Ledger ledger, Disturbance disturbance, Instant done) {
    for (Absence absence : disturbance.loneAbsences()) {
      long wishes = ledger.wishesDuring(absence);
      out.printf(
          "while only %s was away (%d s): %d of %d customers accepted within %d s%n",
          absence.process(),
          Duration.between(absence.from(), absence.until()).toSeconds(),
          ledger.servedDuring(absence, SOON),
          wishes,
          SOON.toSeconds());
    }
    disturbance
        .end()
        .ifPresent(
            end ->
                out.printf(
                    "%s %.1f s after the last fault%n",
                    isDone(ledger) ? "all done" : "not all done",
                    Math.max(0, Duration.between(end, done).toMillis()) / 1000.0));
  }

  private static String acknowledgement(Channel channel) {
    return channel == Channel.CHAT ? "accepted → acknowledged" : "accepted → ack in mailbox";
  }

  private void line(Channel channel, String what, Latencies latencies) {
    out.printf("%-6s %-26s %s%n", channel.typedName(), what, latencies.summary());
  }

  private static Latencies since(
      List<AcceptedMessage> openings, Function<AcceptedMessage, @Nullable Instant> moment) {
    Latencies latencies = new Latencies();
    for (AcceptedMessage one : openings) {
      Instant at = moment.apply(one);
      if (at != null) {
        latencies.add(Duration.between(one.acceptedAt(), at));
      }
    }
    return latencies;
  }

  private @Nullable UUID caseOf(AcceptedMessage one) {
    if (one.caseId() != null) {
      return one.caseId();
    }
    StreamWatch.Opening opening = stream.openingOf(one.address());
    return opening == null ? null : opening.caseId();
  }

  private @Nullable Instant openedAt(AcceptedMessage one) {
    StreamWatch.Opening opening = stream.openingOf(one.address());
    return opening == null ? null : opening.toldAt();
  }

  private @Nullable Instant assignedAt(AcceptedMessage one) {
    UUID caseId = caseOf(one);
    return caseId == null ? null : stream.assignedAt(caseId);
  }

  /** What a customer has in his mailbox, and in a chat what was decided. */
  private @Nullable Instant acknowledgedAt(AcceptedMessage one) {
    if (one.channel().equals(Channel.CHAT.typedName())) {
      UUID caseId = caseOf(one);
      return caseId == null ? null : stream.acknowledgedAt(caseId);
    }
    MailWatch.Arrival first = mail.firstMailTo(one.address());
    return first == null ? null : first.at();
  }
}
