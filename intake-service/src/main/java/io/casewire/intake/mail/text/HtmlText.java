package io.casewire.intake.mail.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Writes an HTML mail as plain text: paragraphs, lists and tables as lines, a link's target beside
 * its text, hidden parts left out, and the quotes that mail programs mark in their own ways as
 * lines with {@code "> "}, so that {@link VisibleText} needs to know one notation only.
 */
public final class HtmlText {

  // Deeper pages are made to hurt; the parser flattens what is below.
  private static final int MAX_DEPTH = 256;
  // Longer ones carry tracking data, not an address that a person could read.
  private static final int LONGEST_SHOWN_TARGET = 500;

  private static final Set<String> UNSEEN =
      Set.of("head", "script", "style", "title", "template", "noscript", "object", "svg");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "blockquote");
  private static final Set<String> LINES =
      Set.of("div", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "hr", "form");

  private final LineWriter out;
  private final QuoteMarks quotes = new QuoteMarks();
  private final Deque<Integer> linkStarts = new ArrayDeque<>();
  private int links;

  private HtmlText(int limit) {
    this.out = new LineWriter(limit);
  }

  /**
   * Renders a page, whatever its markup; time and memory grow with its length.
   *
   * @param limit characters of text after which the rest is left out
   */
  public static RenderedText render(String html, int limit) {
    Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
    HtmlText renderer = new HtmlText(limit);
    page.traverse(renderer.new SeenNodes());
    return new RenderedText(StorableText.of(renderer.out.text()), renderer.links);
  }

  /** Walks the page and skips what a reader would not see. */
  private final class SeenNodes implements NodeVisitor {

    private static final int NONE = -1;
    private int unseenDepth = NONE;

    @Override
    public void head(Node node, int depth) {
      if (unseenDepth != NONE) {
        return;
      }
      if (node instanceof TextNode text) {
        out.words(text.getWholeText(), isPreformatted(text));
      } else if (node instanceof Element element && isUnseen(element)) {
        unseenDepth = depth;
      } else if (node instanceof Element element) {
        open(element);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (depth == unseenDepth) {
        unseenDepth = NONE;
      } else if (unseenDepth == NONE && node instanceof Element element) {
        close(element);
      }
    }
  }

  private void open(Element element) {
    endLineFor(element);
    if (quotes.open(element)) {
      out.quoted(true);
    }
    switch (element.normalName()) {
      case "br" -> out.lineBreak();
      case "li" -> out.bullet();
      case "td", "th" -> out.words(" ", false);
      case "a" -> linkStarts.push(out.length());
      default -> {}
    }
  }

  private void close(Element element) {
    if (element.normalName().equals("a")) {
      closeLink(element, linkStarts.pop());
    }
    endLineFor(element);
    if (quotes.close(element)) {
      out.quoted(false);
    }
  }

  private void endLineFor(Element element) {
    if (PARAGRAPHS.contains(element.normalName())) {
      out.paragraph();
    } else if (LINES.contains(element.normalName())) {
      out.line();
    }
  }

  private void closeLink(Element link, int start) {
    String target = link.attr("href").strip();
    if (target.isEmpty()) {
      return;
    }
    links++;
    boolean alreadyShown =
        out.length() - start <= target.length() + 1
            && target.contains(out.since(start).strip())
            && out.length() > start;
    if (isWorthShowing(target) && !alreadyShown) {
      out.words(out.length() == start ? target : " (" + target + ")", false);
    }
  }

  private static boolean isWorthShowing(String target) {
    String scheme = target.substring(0, Math.max(target.indexOf(':'), 0)).toLowerCase(Locale.ROOT);
    return target.length() <= LONGEST_SHOWN_TARGET
        && Set.of("http", "https", "tel", "mailto").contains(scheme);
  }

  private static boolean isUnseen(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT);
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || style.replace(" ", "").contains("display:none");
  }

  private static boolean isPreformatted(TextNode text) {
    return text.parent() instanceof Element parent && parent.normalName().equals("pre");
  }
}
