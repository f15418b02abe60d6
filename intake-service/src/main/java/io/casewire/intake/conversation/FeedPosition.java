package io.casewire.intake.conversation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in all that a thread shows. Its text is the {@code eventId} of the chat.
 *
 * @param entry the number of the entry; 0 is the place before the first one
 */
public record FeedPosition(long entry) implements Comparable<FeedPosition> {

  /** Before everything. */
  public static final FeedPosition START = new FeedPosition(0);

  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

  /** The position of an event id; empty if it is none, or one of an earlier version. */
  public static Optional<FeedPosition> parse(String eventId) {
    return FORM.matcher(eventId).matches()
        ? Optional.of(new FeedPosition(Long.parseLong(eventId)))
        : Optional.empty();
  }

  /** The event id. */
  public String eventId() {
    return Long.toString(entry);
  }

  @Override
  public int compareTo(FeedPosition other) {
    return Long.compare(entry, other.entry);
  }
}
