package io.casewire.intake.conversation;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in all that a chat session shows: its cases one after the other, each in the order of its
 * conversation. Its text is the {@code eventId} of the chat.
 *
 * @param ordinal which of the session's cases, from 1
 * @param position in the case's conversation
 */
public record FeedPosition(int ordinal, long position) implements Comparable<FeedPosition> {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})-([0-9]{1,18})");
  private static final Comparator<FeedPosition> ORDER =
      Comparator.comparingInt(FeedPosition::ordinal).thenComparingLong(FeedPosition::position);

  /** Before everything of a case. */
  public static FeedPosition before(int ordinal) {
    return new FeedPosition(ordinal, 0);
  }

  /** The position of an event id; empty if it is none. */
  public static Optional<FeedPosition> parse(String eventId) {
    Matcher matcher = FORM.matcher(eventId);
    return matcher.matches()
        ? Optional.of(
            new FeedPosition(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  /** The event id. */
  public String eventId() {
    return ordinal + "-" + position;
  }

  @Override
  public int compareTo(FeedPosition other) {
    return ORDER.compare(this, other);
  }
}
