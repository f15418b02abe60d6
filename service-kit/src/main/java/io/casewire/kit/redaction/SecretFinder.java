package io.casewire.kit.redaction;

/** Looks for one sort of secret and takes what it finds out of the text. */
@FunctionalInterface
interface SecretFinder {

  /** Must take time linear in the length of the text. */
  void find(FoldedText text);
}
