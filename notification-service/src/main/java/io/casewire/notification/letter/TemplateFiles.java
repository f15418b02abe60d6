package io.casewire.notification.letter;

import io.casewire.notification.notice.Template;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts: {@code templates/<key>.<language>.{subject,txt,html}}. A variable that a template
 * names and does not get makes it fail, in HTML every value is escaped. All files are read at the
 * start, so that one that is missing or broken is noticed then. Thread-safe.
 */
final class TemplateFiles {

  private static final String PLAIN = "text/plain";
  private static final String HTML = "text/html";

  private final Engine engine;

  /**
   * @throws IllegalStateException if a template lacks one of the languages
   */
  TemplateFiles(List<String> languages) {
    // Not Quarkus' own engine: a letter must come out the same whatever is set for the pages.
    this.engine =
        Engine.builder()
            .addDefaults()
            .strictRendering(true)
            .addResultMapper(new HtmlEscaper(List.of(HTML)))
            .addLocator(TemplateFiles::locate)
            .build();
    for (Template template : Template.values()) {
      languages.forEach(language -> requireAll(template, language));
    }
  }

  /**
   * Renders a notice.
   *
   * @throws UnwritableLetterException if a variable is missing
   */
  Wording render(Template template, String language, Map<String, Object> variables) {
    try {
      String subject = render(idOf(template, language, "subject"), variables).strip();
      String plain = render(idOf(template, language, "txt"), variables);
      Map<String, Object> withTitle = new HashMap<>(variables);
      withTitle.put("title", subject);
      return new Wording(subject, plain, render(idOf(template, language, "html"), withTitle));
    } catch (TemplateException e) {
      throw new UnwritableLetterException(template.key(), e);
    }
  }

  private String render(String id, Map<String, Object> variables) {
    return engine.getTemplate(id).data(variables).render();
  }

  private void requireAll(Template template, String language) {
    for (String part : List.of("subject", "txt", "html")) {
      String id = idOf(template, language, part);
      if (engine.getTemplate(id) == null) {
        throw new IllegalStateException("template %s is missing".formatted(id));
      }
    }
  }

  private static String idOf(Template template, String language, String part) {
    return "%s.%s.%s".formatted(template.key(), language, part);
  }

  private static Optional<TemplateLocation> locate(String id) {
    return TemplateFiles.class.getResource("/templates/" + id) == null
        ? Optional.empty()
        : Optional.of(new File(id));
  }

  private record File(String id) implements TemplateLocation {

    @Override
    public Reader read() {
      InputStream in = TemplateFiles.class.getResourceAsStream("/templates/" + id);
      return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(Variant.forContentType(id.endsWith(".html") ? HTML : PLAIN));
    }
  }
}
