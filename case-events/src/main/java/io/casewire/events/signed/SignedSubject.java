package io.casewire.events.signed;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A signed case at the end of a subject, {@code [ref:kid.case.mac]}: the last resort for mail
 * systems that keep neither references nor the address.
 */
public final class SignedSubject {

  private static final Pattern TAG =
      Pattern.compile("\\[ref:(" + CaseToken.FORM + ")]", CASE_INSENSITIVE);

  private final CaseToken token;

  public SignedSubject(KeyRing keys) {
    this.token = new CaseToken(keys);
  }

  /** The tag to add to a subject. */
  public String tagOf(UUID caseId) {
    return "[ref:" + token.of(caseId) + "]";
  }

  /** The case of the first genuine tag in a subject. */
  public Optional<UUID> caseIdOf(String subject) {
    return TAG.matcher(subject)
        .results()
        .map(tag -> token.caseIdOf(tag.group(1)))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
