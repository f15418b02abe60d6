package io.casewire.routing.workspace;

import io.casewire.routing.casework.CaseItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found.
 *
 * @param next the address of more; null if this is all
 * @param isPartial whether fewer cases were searched than there are
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SearchPage(String query, List<CaseItem> found, @Nullable String next, boolean isPartial)
    implements TemplateInstance {}
