package io.casewire.kit.redaction;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the redactor into the application; one serves all threads. */
class RedactorProducer {

  @Produces
  @Singleton
  Redactor redactor() {
    return new Redactor();
  }
}
