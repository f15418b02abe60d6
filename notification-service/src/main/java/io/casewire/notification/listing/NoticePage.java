package io.casewire.notification.listing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One notice.
 *
 * @param reason why it was not sent, or not yet
 * @param desk the address to which a case's id is appended
 */
@CheckedTemplate(basePath = "log", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record NoticePage(NoticeDetails notice, @Nullable Reason reason, URI desk)
    implements TemplateInstance {}
