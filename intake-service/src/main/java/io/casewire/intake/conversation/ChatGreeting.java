package io.casewire.intake.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words by which a chat acknowledges a new case, in the customer's language. */
@ApplicationScoped
class ChatGreeting {

  private static final String BUNDLE = "io.casewire.intake.conversation.chat";

  /** A language without a file gets the English words, not those of the server's language. */
  private static final Control NO_SERVER_LANGUAGE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  String of(CaseEntity entity) {
    Locale locale = Locale.forLanguageTag(entity.locale.replace('_', '-'));
    String words =
        ResourceBundle.getBundle(BUNDLE, locale, NO_SERVER_LANGUAGE).getString("received");
    return new MessageFormat(words, locale).format(new Object[] {entity.caseNumber});
  }
}
