package io.casewire.routing.workspace;

import io.casewire.routing.directory.AgentAtWork;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Queues and people at a glance. */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record BoardPage(Me me, List<QueueLine> queues, List<AgentAtWork> agents)
    implements TemplateInstance {}
