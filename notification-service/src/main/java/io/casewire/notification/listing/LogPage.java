package io.casewire.notification.listing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of notices.
 *
 * @param states all that can be asked for
 * @param desk the address to which a case's id is appended
 * @param older the address of the older ones; null if these are the oldest
 */
@CheckedTemplate(basePath = "log", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LogPage(
    NotificationFilter filter,
    List<String> states,
    List<LogLine> lines,
    URI desk,
    @Nullable String older)
    implements TemplateInstance {}
