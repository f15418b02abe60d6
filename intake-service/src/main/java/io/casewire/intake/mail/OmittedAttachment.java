package io.casewire.intake.mail;

/**
 * A file that is over the limits: still in the raw mail, not among the attachments.
 *
 * @param size bytes
 */
public record OmittedAttachment(String fileName, String mediaType, long size, Reason reason) {

  /** Which limit it hit. */
  public enum Reason {
    /** The file alone is too large. */
    TOO_LARGE,
    /** The mail has more files than are kept. */
    TOO_MANY
  }
}
