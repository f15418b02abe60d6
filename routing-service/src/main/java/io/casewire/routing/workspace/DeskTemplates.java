package io.casewire.routing.workspace;

import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.desk.Viewer;
import io.casewire.routing.directory.AgentAtWork;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The templates of the desk's pages, with what each of them shows. */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class DeskTemplates {

  private DeskTemplates() {}

  /** The lists, with no case open. */
  static native TemplateInstance deskPage(Viewer me, ListPane list);

  /**
   * A case beside the lists.
   *
   * @param key names the forms of this page, so that a form that is sent twice is carried out once
   */
  static native TemplateInstance casePage(
      Viewer me, ListPane list, CasePageModel open, FormOutcome outcome, String key);

  /** Queues and people at a glance. */
  static native TemplateInstance boardPage(
      Viewer me, List<Board.QueueLine> queues, List<AgentAtWork> agents);

  /**
   * The result of a search.
   *
   * @param next the address of the next page; null if this is the last
   * @param isPartial whether fewer cases were searched than there are
   */
  static native TemplateInstance searchPage(
      String query, List<CaseItem> found, @Nullable String next, boolean isPartial);
}
