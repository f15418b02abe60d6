package io.casewire.intake.access;

import io.casewire.intake.form.PostedForm;

/**
 * The reply form of a case as it was typed, so that it can be shown again after an error.
 *
 * @param submission makes two posts of one form one message
 */
public record ReplyForm(String text, String submission) {

  static ReplyForm empty() {
    return new ReplyForm("", PostedForm.newSubmission());
  }

  /** The form that was posted. */
  public static ReplyForm of(PostedForm posted) {
    return new ReplyForm(posted.text("reply"), posted.submission());
  }

  /** The same text under a new number: another text was sent under this one. */
  public ReplyForm asNewSubmission() {
    return new ReplyForm(text, PostedForm.newSubmission());
  }
}
