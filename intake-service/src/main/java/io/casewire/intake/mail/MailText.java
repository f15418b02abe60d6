package io.casewire.intake.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail's text with {@code \n} line ends and without NUL, each form at most as long as the limits
 * say.
 *
 * @param visible what the sender wrote this time, without quotes and signature; the quote itself
 *     when there is nothing else; empty when the mail has no text
 * @param full everything, when that is more than {@code visible}
 * @param notice why the mail's own text is not, or not wholly, in here
 */
public record MailText(String visible, @Nullable String full, @Nullable Notice notice) {

  /** A mail without text. */
  public static final MailText NONE = new MailText("", null, null);

  /** What was done to a text that is over the limits; the text itself says so, too. */
  public enum Notice {
    /** Longer than the limit and cut there. */
    CUT,
    /** So full of links that a notice stands in its place. */
    TOO_MANY_LINKS
  }
}
