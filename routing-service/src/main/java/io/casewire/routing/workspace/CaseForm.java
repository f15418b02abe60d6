package io.casewire.routing.workspace;

import io.casewire.kit.web.FormText;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The fields that the forms of a case's page have, each form some of them. */
public final class CaseForm {

  @RestPath String caseId = "";
  @RestForm @Nullable String key;
  @RestForm @Nullable String version;
  @RestForm @Nullable String text;
  @RestForm @Nullable String then;
  @RestForm @Nullable String to;
  @RestForm @Nullable String force;

  String caseId() {
    return caseId;
  }

  /** Names this form, so that sending it twice is doing it once. */
  String key() {
    return FormText.of(key);
  }

  /** What the agent saw; null if he wants it whatever there is to see now. */
  @Nullable String version() {
    return version == null || version.isBlank() ? null : version;
  }

  String text() {
    return FormText.of(text);
  }

  String then() {
    return FormText.of(then);
  }

  String to() {
    return FormText.of(to);
  }

  boolean isForced() {
    return force != null;
  }
}
