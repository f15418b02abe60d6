package io.casewire.kit.redaction;

import java.util.List;

/**
 * A text that may be stored.
 *
 * @param text the text without its secrets; the very same string when there were none
 * @param findings one entry per kind that was found, in the order of {@link SecretKind}
 */
public record Redacted(String text, List<Finding> findings) {

  public Redacted {
    findings = List.copyOf(findings);
  }
}
