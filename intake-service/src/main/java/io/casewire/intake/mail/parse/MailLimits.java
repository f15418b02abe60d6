package io.casewire.intake.mail.parse;

/**
 * How much of a mail is read.
 *
 * @param totalBytes of the raw mail; a larger one is unparseable
 * @param headerBytes of all header fields of the mail and its parts together; more is unparseable
 * @param fieldBytes of one header field; a longer one makes the mail unparseable
 * @param depth of multiparts in each other; more is unparseable
 * @param parts in the whole mail; more is unparseable
 * @param attachments kept; further ones are omitted
 * @param attachmentBytes of one attachment; a larger one is omitted
 * @param links in the text; with more a notice replaces it
 * @param textCharacters of the text in UTF-16 units; it is cut there, note included
 */
public record MailLimits(
    int totalBytes,
    int headerBytes,
    int fieldBytes,
    int depth,
    int parts,
    int attachments,
    int attachmentBytes,
    int links,
    int textCharacters) {

  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  /** The limits of the public interface, and for the rest more than honest mail needs. */
  public static final MailLimits DEFAULT =
      new MailLimits(25 * MIB, 512 * KIB, 128 * KIB, 20, 500, 10, 10 * MIB, 5_000, 100_000);

  /** The same with another size. */
  public MailLimits withTotalBytes(int bytes) {
    return new MailLimits(
        bytes,
        headerBytes,
        fieldBytes,
        depth,
        parts,
        attachments,
        attachmentBytes,
        links,
        textCharacters);
  }
}
