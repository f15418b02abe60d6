package io.casewire.intake.mail;

/**
 * A file of a mail.
 *
 * @param fileName decoded, without folders and control characters, 1 to 255 characters; made up
 *     when the mail gave none
 * @param mediaType as the mail claims it, lower case, without parameters
 * @param inline whether the mail shows it inside its text, as logos and pasted pictures are
 * @param content the decoded bytes, not copied
 */
public record MailAttachment(String fileName, String mediaType, boolean inline, byte[] content) {

  /** Bytes. */
  public int size() {
    return content.length;
  }
}
