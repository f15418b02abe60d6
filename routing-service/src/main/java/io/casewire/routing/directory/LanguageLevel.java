package io.casewire.routing.directory;

import io.casewire.events.wire.WireName;

/**
 * How well an agent works in a language, best first. {@link #TRANSLATE}: only with a translation
 * tool.
 */
public enum LanguageLevel implements WireName {
  NATIVE,
  FLUENT,
  TRANSLATE
}
