package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.MailAttachment;
import io.casewire.intake.mail.OmittedAttachment;
import io.casewire.intake.mail.OmittedAttachment.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which files of a mail are kept. Files that were attached come before pictures shown in the text:
 * the logos of a signature must not push out the proof of payment.
 */
record AttachmentLimits(List<MailAttachment> kept, List<OmittedAttachment> omitted) {

  static AttachmentLimits apply(List<MailAttachment> files, MailLimits limits) {
    Set<MailAttachment> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    files.stream()
        .filter(file -> file.size() <= limits.attachmentBytes())
        .sorted(Comparator.comparing(MailAttachment::inline))
        .limit(limits.attachments())
        .forEach(chosen::add);
    List<OmittedAttachment> omitted = new ArrayList<>();
    for (MailAttachment file : files) {
      if (!chosen.contains(file)) {
        omitted.add(omitted(file, limits));
      }
    }
    return new AttachmentLimits(files.stream().filter(chosen::contains).toList(), omitted);
  }

  private static OmittedAttachment omitted(MailAttachment file, MailLimits limits) {
    Reason reason = file.size() > limits.attachmentBytes() ? Reason.TOO_LARGE : Reason.TOO_MANY;
    return new OmittedAttachment(file.fileName(), file.mediaType(), file.size(), reason);
  }
}
