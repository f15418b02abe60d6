package io.casewire.intake.mailbox;

/**
 * Up to where a mailbox has been taken (RFC 9051 section 2.3.1.1).
 *
 * @param uidValidity of the folder when that was noted; 0 before the first mail
 * @param lastUid the last mail that was taken
 */
record MailboxPosition(long uidValidity, long lastUid) {

  /** The last mail taken of a folder as it is now: none, if the server has numbered it anew. */
  long lastUidOf(long presentUidValidity) {
    return uidValidity == presentUidValidity ? lastUid : 0;
  }
}
