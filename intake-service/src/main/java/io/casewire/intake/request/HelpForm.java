package io.casewire.intake.request;

import io.casewire.events.Category;
import io.casewire.intake.attachment.ReceivedFile;
import io.casewire.intake.form.PostedForm;
import io.casewire.kit.web.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The help form as it was typed, so that it can be shown again after any error.
 *
 * @param language in which the customer wants answers
 * @param submission makes two posts of one form one request
 */
record HelpForm(
    String name,
    String email,
    String subject,
    String message,
    String category,
    String reference,
    String language,
    String submission) {

  /** The form's own names of the request's fields. */
  static final Map<String, String> FIELDS =
      Map.of(
          "customer.email", "email",
          "customer.name", "name",
          "subject", "subject",
          "body", "message",
          "transactionRef", "reference");

  /** An empty form for a reader of this language. */
  static HelpForm empty(Language language) {
    return new HelpForm("", "", "", "", "", "", language.tag(), PostedForm.newSubmission());
  }

  static HelpForm of(PostedForm posted) {
    return new HelpForm(
        posted.text("name"),
        posted.text("email"),
        posted.text("subject"),
        posted.text("message"),
        posted.text("category"),
        posted.text("reference"),
        posted.text("language"),
        posted.submission());
  }

  /** The same text under a new number: another text was sent under this one. */
  HelpForm asNewSubmission() {
    return new HelpForm(
        name, email, subject, message, category, reference, language, PostedForm.newSubmission());
  }

  /** The request that this form makes. */
  RequestBody toRequest(List<ReceivedFile> files) {
    return new RequestBody(
        new RequestBody.CustomerBody(
            email, orNull(name), null, Language.of(language).map(Language::tag).orElse(null), null),
        subject,
        message,
        chosenCategory().orElse(null),
        orNull(reference),
        files);
  }

  private Optional<Category> chosenCategory() {
    return Arrays.stream(Category.values())
        .filter(known -> known.wireName().equals(category))
        .findFirst();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
