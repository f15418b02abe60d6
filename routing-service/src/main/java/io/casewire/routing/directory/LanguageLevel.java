package io.casewire.routing.directory;

/**
 * How well an agent works in a language, best first. {@link #TRANSLATE}: only with a translation
 * tool.
 */
public enum LanguageLevel {
  NATIVE("native"),
  FLUENT("fluent"),
  TRANSLATE("translate");

  private final String wireName;

  LanguageLevel(String wireName) {
    this.wireName = wireName;
  }

  /** The name in every interface. */
  public String wireName() {
    return wireName;
  }
}
