package io.casewire.routing.workspace;

import io.casewire.kit.id.Ids;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A case beside the lists.
 *
 * @param key names the forms of this page: what is sent twice by accident is done once
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CasePage(Me me, ListPane list, OpenCase open, Draft draft, String key)
    implements TemplateInstance {

  static CasePage of(Me me, ListPane list, OpenCase open, Draft draft) {
    return new CasePage(me, list, open, draft, Ids.next().toString());
  }
}
