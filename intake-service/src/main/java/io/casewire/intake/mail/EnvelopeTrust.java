package io.casewire.intake.mail;

/** Whether the last hop's header fields of a mail were written by a server that we rely on. */
public enum EnvelopeTrust {
  /** Handed over by our own mail server, or by a channel marked {@code trusted-envelope}. */
  TRUSTED,
  /** Anybody may have written them. */
  UNTRUSTED
}
