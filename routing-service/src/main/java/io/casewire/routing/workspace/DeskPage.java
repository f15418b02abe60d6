package io.casewire.routing.workspace;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The lists, with no case open. */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DeskPage(Me me, ListPane list) implements TemplateInstance {}
