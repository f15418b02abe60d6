package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.ParsedMail;

/** What became of the bytes. Every outcome is a value: no bytes make the parser throw. */
public sealed interface ParseResult {

  /** A mail that can be worked on. */
  record Parsed(ParsedMail mail) implements ParseResult {}

  /** Something that no mail can be made of; kept raw, for a person to look at. */
  record Unparseable(UnparseableReason reason) implements ParseResult {}

  /** No bytes at all. */
  record Empty() implements ParseResult {}
}
