package io.casewire.servers.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that asks for agent id and role, in Chinese or English. */
final class SignInPage {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z.-]+)}");
  private static final String TEMPLATE = template();

  private final ResourceBundle words;
  private final String language;

  private SignInPage(String language) {
    this.language = language;
    this.words =
        ResourceBundle.getBundle(
            SignInPage.class.getPackageName() + ".words",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Chinese for a browser that prefers it, else English. */
  static SignInPage inLanguageOf(String acceptLanguage) {
    return new SignInPage(
        acceptLanguage.strip().toLowerCase(Locale.ROOT).startsWith("zh") ? "zh" : "en");
  }

  String form(SignInRequest request) {
    return render(request, "", "");
  }

  /** The form once more, with what was typed and what is wrong with it. */
  String formAfterBadAgentId(SignInRequest request, String typed) {
    return render(request, typed, words.getString("error.agent-id"));
  }

  String signedOut() {
    return "<!DOCTYPE html><html lang=\"%s\"><title>Casewire</title><p>%s</p></html>"
        .formatted(language, escape(words.getString("signed-out")));
  }

  private String render(SignInRequest request, String agentId, String error) {
    var values =
        Map.of(
            "language", language,
            "hidden", hidden(request),
            "agentid", escape(agentId),
            "invalid", error.isEmpty() ? "false" : "true",
            "error", escape(error));
    return PLACEHOLDER
        .matcher(TEMPLATE)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), values)));
  }

  private String value(String name, Map<String, String> values) {
    return values.containsKey(name) ? values.get(name) : escape(words.getString(name));
  }

  private static String hidden(SignInRequest request) {
    return request.parameters().entrySet().stream()
        .map(
            e ->
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(escape(e.getKey()), escape(e.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String template() {
    try (InputStream file = SignInPage.class.getResourceAsStream("sign-in.html")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
