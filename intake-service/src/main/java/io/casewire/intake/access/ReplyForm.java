package io.casewire.intake.access;

import io.casewire.intake.form.PostedForm;
import io.casewire.intake.form.Submission;

/**
 * What a customer is writing on the page of his case, so that it can be shown again after an error.
 *
 * @param submission makes two posts of one form one message
 */
public record ReplyForm(String text, String submission) {

  static ReplyForm empty() {
    return new ReplyForm("", Submission.next());
  }

  /** What was posted. */
  public static ReplyForm of(PostedForm posted) {
    return new ReplyForm(posted.text("reply"), Submission.of(posted));
  }

  /** The same text as a new message: what was sent before under this number was another one. */
  public ReplyForm asNewSubmission() {
    return new ReplyForm(text, Submission.next());
  }
}
