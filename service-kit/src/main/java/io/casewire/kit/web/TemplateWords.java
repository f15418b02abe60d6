package io.casewire.kit.web;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Words in templates: {@code {w:sign-out}}, with arguments {@code {w:waiting(count)}}, and for a
 * value of a kind {@code {w:of('status', case.status)}}, which says the key {@code status.open}.
 * Where new values may come, {@code {w:or('channel', case.channel)}} says the value itself if it
 * has no words; {@code {w:say(key)}} says a key that was chosen elsewhere.
 */
@Singleton
class TemplateWords {

  private static final String NAMESPACE = "w";

  private final Words words;

  TemplateWords(Words words) {
    this.words = words;
  }

  void install(@Observes EngineBuilder engine) {
    engine.addNamespaceResolver(
        NamespaceResolver.builder(NAMESPACE).resolveAsync(this::resolve).build());
  }

  private CompletionStage<Object> resolve(EvalContext expression) {
    Language language = languageOf(expression);
    return arguments(expression)
        .thenApply(arguments -> say(language, expression.getName(), arguments));
  }

  private Object say(Language language, String name, List<Object> arguments) {
    return switch (name) {
      case "of" -> words.say(language, arguments.get(0) + "." + arguments.get(1));
      case "or" -> {
        String key = arguments.get(0) + "." + arguments.get(1);
        yield words.has(key) ? words.say(language, key) : arguments.get(1);
      }
      case "say" -> words.say(language, String.valueOf(arguments.getFirst()));
      default -> words.say(language, name, arguments.toArray());
    };
  }

  private static CompletionStage<List<Object>> arguments(EvalContext expression) {
    CompletionStage<List<Object>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (Expression parameter : expression.getParams()) {
      all =
          all.thenCompose(
              known ->
                  expression
                      .evaluate(parameter)
                      .thenApply(
                          value -> {
                            known.add(value);
                            return known;
                          }));
    }
    return all;
  }

  private static Language languageOf(EvalContext expression) {
    return expression.getAttribute(TemplateInstance.LOCALE) instanceof Locale locale
        ? Language.of(locale.toLanguageTag()).orElse(Language.ENGLISH)
        : Language.ENGLISH;
  }
}
