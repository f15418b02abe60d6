package io.casewire.intake.mail.thread;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a mail goes, and why. */
public sealed interface AppendDecision {

  /** What decided; kept with the message. */
  Reason reason();

  /**
   * The mail is a message of this case.
   *
   * @param alsoNamed another case that takes messages and that the mail names
   */
  record Append(UUID caseId, @Nullable UUID alsoNamed, Reason reason) implements AppendDecision {}

  /** The mail opens a case of its own. */
  record Open(Reason reason) implements AppendDecision {}

  /**
   * The mail belongs to a case that can take no message any more: it goes to the case that takes
   * that one up, which is opened if there is none yet.
   */
  record OpenContinuing(UUID endedCaseId, Reason reason) implements AppendDecision {}

  /** The mail opens a case; an agent is told that it may belong to another, the sender is not. */
  record OpenPossiblyRelated(UUID relatedCaseId, Reason reason) implements AppendDecision {}

  /** The rules, by stable names. */
  enum Reason {
    /** A participant wrote on an active case. */
    ACTIVE("active"),
    /** A participant wrote on a resolved case in time. */
    REOPENED_IN_TIME("reopened-in-time"),
    /** Nothing in the mail hints at a case that exists. */
    NO_REFERENCE("no-reference"),
    /** The sender takes no part in any case that the mail hints at. */
    NOT_A_PARTICIPANT("not-a-participant"),
    /** The mail names several authors and not all of them take part. */
    AMBIGUOUS_SENDER("ambiguous-sender"),
    /** The case is closed. */
    CLOSED("closed"),
    /** The case was resolved and its time to be reopened has passed. */
    REOPENED_TOO_LATE("reopened-too-late"),
    /** The case was judged to be spam. */
    SPAM("spam");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The stable name, for records and interfaces. */
    public String code() {
      return code;
    }
  }
}
