package io.casewire.intake.conversation;

import io.casewire.events.CaseStatus;
import java.time.Instant;
import java.util.UUID;

/** Something that a chat session shows. */
public sealed interface FeedEntry {

  /** Its place. */
  FeedPosition position();

  /** An agent's answer. */
  record Reply(FeedPosition position, UUID messageId, String agent, String text, Instant at)
      implements FeedEntry {}

  /** What the customer wrote, wherever. */
  record Own(FeedPosition position, UUID messageId, String text, Instant at) implements FeedEntry {}

  /** What Casewire tells the customer. */
  record Notice(FeedPosition position, UUID messageId, String text, Instant at)
      implements FeedEntry {}

  /** The case moved to another status. */
  record Moved(FeedPosition position, CaseStatus status) implements FeedEntry {}
}
