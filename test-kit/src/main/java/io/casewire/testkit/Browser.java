package io.casewire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Uses pages like a person's browser: keeps cookies, follows redirects, says where a form comes
 * from, and signs in at the issuer that {@link StackResource} started when it is sent there.
 */
public final class Browser {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI root;
  private final String language;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private Browser(URI root, String language) {
    this.root = root;
    this.language = language;
  }

  /** The browser of somebody who prefers a language and has not signed in. */
  public static Browser open(URI root, String language) {
    return new Browser(root, language);
  }

  /**
   * The browser of a member of staff who has signed in.
   *
   * @param path a page that only staff may see
   */
  public static Browser signedIn(
      URI root, String language, String path, String agentId, String role) {
    Browser browser = new Browser(root, language);
    browser.signIn(path, agentId, role);
    return browser;
  }

  /** Asks for a page, is sent to the issuer, signs in there, and returns the page. */
  public HttpResponse<String> signIn(String path, String agentId, String role) {
    HttpResponse<String> form = get(path);
    if (!form.uri().getPath().equals("/authorize")) {
      throw new IllegalStateException("Not the sign-in page: " + form.statusCode());
    }
    return send(
        request(form.uri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    encoded(Map.of("agent_id", agentId, "role", role)))));
  }

  /** The page at a path, after all redirects. */
  public HttpResponse<String> get(String path) {
    return send(request(root.resolve(path)).GET());
  }

  /** Sends a form as one of the service's own pages does. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    return post(path, form, Map.of("Origin", "http://" + root.getAuthority()));
  }

  /** Sends a form with other headers, for example those of another site. */
  public HttpResponse<String> post(
      String path, Map<String, String> form, Map<String, String> headers) {
    HttpRequest.Builder request =
        request(root.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded");
    headers.forEach(request::header);
    return send(request.POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
  }

  /** What it has stored for all sites. */
  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .header("Accept-Language", language)
        .timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while using a page", e);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
