package io.casewire.servers.identity;

import com.sun.net.httpserver.HttpHandler;
import io.casewire.servers.http.BadRequestException;
import io.casewire.servers.http.Reply;
import io.casewire.servers.http.Request;
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

/** The pages {@code /authorize} and {@code /logout}, in Chinese or English. */
final class SignInPages {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z.-]+)}");

  private final SignInCodes codes;

  SignInPages(SignInCodes codes) {
    this.codes = codes;
  }

  /** Shows the form on GET and takes it on POST; the form's address is that of the page. */
  HttpHandler authorize(Request request) {
    return switch (request.method()) {
      case "GET" -> {
        SignInRequest.of(request.query());
        yield Reply.html(200, page("sign-in.html", words(request), "", false));
      }
      case "POST" -> signIn(request, SignInRequest.of(request.query()));
      default -> Reply.text(405, "Use GET or POST", "Allow", "GET, POST");
    };
  }

  /** The issuer keeps no session; the browser goes back to the application, on this machine. */
  HttpHandler logout(Request request) {
    var back = request.query().get("post_logout_redirect_uri");
    if (back == null) {
      return Reply.html(200, page("signed-out.html", words(request), "", false));
    }
    SignInRequest.requireLoopback(back);
    return Reply.seeOther(SignInRequest.withParameter(back, "state", request.query().get("state")));
  }

  private HttpHandler signIn(Request request, SignInRequest signIn) {
    var agentId = request.form().getOrDefault("agent_id", "").strip();
    if (!Staff.isAgentId(agentId)) {
      return Reply.html(400, page("sign-in.html", words(request), agentId, true));
    }
    var role = request.form().getOrDefault("role", "");
    if (!Staff.ROLES.contains(role)) {
      throw new BadRequestException("Not a role");
    }
    return Reply.seeOther(signIn.answer(codes.issue(new Staff(agentId, role), signIn)));
  }

  private static ResourceBundle words(Request request) {
    var chinese = request.header("Accept-Language").strip().toLowerCase(Locale.ROOT);
    return ResourceBundle.getBundle(
        SignInPages.class.getPackageName() + ".words",
        Locale.of(chinese.startsWith("zh") ? "zh" : "en"),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static String page(String template, ResourceBundle words, String typed, boolean wrong) {
    var values =
        Map.of(
            "language",
            words.getLocale().getLanguage(),
            "agentid",
            typed,
            "invalid",
            String.valueOf(wrong),
            "error",
            wrong ? words.getString("error.agent-id") : "");
    return PLACEHOLDER
        .matcher(text(template))
        .replaceAll(
            match -> {
              var name = match.group(1);
              var value = values.containsKey(name) ? values.get(name) : words.getString(name);
              return Matcher.quoteReplacement(escaped(value));
            });
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String text(String template) {
    try (InputStream file = SignInPages.class.getResourceAsStream(template)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
