package io.casewire.intake.mail.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How mail programs mark the quote in the HTML that they write. Gmail, Yahoo and Proton put a
 * container around it; an answer written between its block quotes is not part of the quote, so
 * where a container has block quotes only they count. Outlook marks a point: all that follows is
 * the quote.
 */
final class QuoteMarks {

  private static final Set<String> CONTAINERS =
      Set.of("gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote");
  private static final Set<String> ENCLOSING_IDS =
      Set.of(
          "OLK_SRC_BODY_SECTION",
          "isReplyContent",
          "reply-intro",
          "mail-editor-reference-message-container");
  private static final Set<String> POINTS = Set.of("appendonsend", "divRplyFwdMsg", "stopSpelling");

  private @Nullable Element quote;
  private boolean pointPassed;
  private int containers;

  /** Whether the quote starts with this element. */
  boolean open(Element element) {
    boolean container = isContainer(element);
    boolean starts = !inside() && starts(element, container);
    if (container) {
      containers++;
    }
    if (starts && POINTS.contains(element.id())) {
      pointPassed = true;
    } else if (starts) {
      quote = element;
    }
    return starts;
  }

  /** Whether the quote ends with this element. */
  boolean close(Element element) {
    if (isContainer(element)) {
      containers--;
    }
    boolean ends = quote == element;
    if (ends) {
      quote = null;
    }
    return ends && !pointPassed;
  }

  private boolean inside() {
    return quote != null || pointPassed;
  }

  private boolean starts(Element element, boolean container) {
    if (element.normalName().equals("blockquote")) {
      return containers > 0
          || container
          || element.attr("type").equalsIgnoreCase("cite")
          || ENCLOSING_IDS.contains(element.id());
    }
    return POINTS.contains(element.id())
        || ENCLOSING_IDS.contains(element.id())
        || (container && containers == 0 && element.selectFirst("blockquote") == null);
  }

  private static boolean isContainer(Element element) {
    return !element.attr("class").isEmpty() && CONTAINERS.stream().anyMatch(element::hasClass);
  }
}
