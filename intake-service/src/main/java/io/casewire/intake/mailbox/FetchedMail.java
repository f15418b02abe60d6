package io.casewire.intake.mailbox;

import io.casewire.intake.email.ArrivedMail;

/** A mail that is ready to be taken, or to be passed over. */
sealed interface FetchedMail {

  /** Its place in the mailbox. */
  long uid();

  /** It was fetched. */
  record Content(long uid, ArrivedMail mail) implements FetchedMail {}

  /** The server does not give it, however often it was asked. */
  record Unfetchable(long uid, Exception failure) implements FetchedMail {}
}
