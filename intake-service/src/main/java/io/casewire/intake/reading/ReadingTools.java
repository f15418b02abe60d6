package io.casewire.intake.reading;

import io.casewire.intake.classification.Classifier;
import io.casewire.intake.language.LanguageDetector;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the plain classes that read texts into the application; each is loaded once, at start. */
class ReadingTools {

  @Produces
  @Singleton
  LanguageDetector languageDetector() {
    return new LanguageDetector();
  }

  @Produces
  @Singleton
  Classifier classifier() {
    return new Classifier();
  }
}
