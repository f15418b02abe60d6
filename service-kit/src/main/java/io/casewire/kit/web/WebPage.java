package io.casewire.kit.web;

import io.casewire.kit.identity.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the layouts need to know about the request; templates find it under the name {@code page}.
 *
 * @param language the reader's language
 * @param path the path and query of the request, for coming back to it
 * @param caller the member of staff who reads, if one has signed in
 * @param menu the links between the pages of staff
 */
public record WebPage(
    Language language, String path, Optional<Caller> caller, List<MenuEntry> menu) {

  /** The address of this page as a parameter of another one. */
  public String back() {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  /** The languages that the reader may change to. */
  public List<Language> otherLanguages() {
    return Language.all().stream().filter(other -> other != language).toList();
  }
}
