package io.casewire.kit.web;

import io.casewire.kit.identity.Caller;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Prepares templates for the reader of a page. */
@Singleton
public class Pages {

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final Words words;
  private final StaffMenu menu;

  Pages(Words words, StaffMenu menu) {
    this.words = words;
    this.menu = menu;
  }

  /** A page for a customer, or for anybody. */
  public TemplateInstance open(RoutingContext request, TemplateInstance template) {
    return prepare(request, template, Optional.empty());
  }

  /** A page for the member of staff who has signed in. */
  public TemplateInstance staff(
      RoutingContext request, SecurityIdentity identity, TemplateInstance template) {
    return prepare(request, template, Optional.of(Caller.of(identity)));
  }

  /** The language of the reader. */
  public Language language(RoutingContext request) {
    return BrowserRequest.languageOf(request);
  }

  /** Words in the language of the reader. */
  public String say(RoutingContext request, String key, Object... arguments) {
    return words.say(language(request), key, arguments);
  }

  /**
   * A page with a status of its own, such as a form that comes back with what is wrong with it. Its
   * address takes forms only, so it is kept out of the browser's history.
   */
  public Uni<Response> answer(int status, TemplateInstance page) {
    return page.createUni()
        .map(
            html ->
                Response.status(status)
                    .type(HTML)
                    .header("HX-Push-Url", "false")
                    .entity(html)
                    .build());
  }

  private TemplateInstance prepare(
      RoutingContext request, TemplateInstance template, Optional<Caller> caller) {
    Language language = language(request);
    List<MenuEntry> entries = caller.map(menu::entries).orElse(List.of());
    WebPage page = new WebPage(language, request.request().uri(), caller, entries);
    return template.setLocale(language.locale()).data("page", page);
  }
}
