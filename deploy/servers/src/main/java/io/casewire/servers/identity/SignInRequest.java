package io.casewire.servers.identity;

import io.casewire.servers.http.BadRequestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks for when it sends a browser to sign in (RFC 6749, 4.1.1, with RFC 7636).
 *
 * @param clientId the application
 * @param redirectUri where the browser goes back to: this machine only, by plain HTTP
 * @param codeChallenge the S256 challenge that the application will answer
 * @param state given back unchanged
 * @param nonce put into the ID token
 */
record SignInRequest(
    String clientId,
    String redirectUri,
    String codeChallenge,
    @Nullable String state,
    @Nullable String nonce) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * Reads the parameters.
   *
   * @throws BadRequestException when something is missing or may not be; the browser is never sent
   *     anywhere then
   */
  static SignInRequest of(Map<String, String> parameters) {
    var redirectUri = required(parameters, "redirect_uri");
    requireLoopback(redirectUri);
    require(required(parameters, "response_type").equals("code"), "response_type must be code");
    require(
        "S256".equals(parameters.get("code_challenge_method")),
        "code_challenge_method must be S256");
    return new SignInRequest(
        required(parameters, "client_id"),
        redirectUri,
        required(parameters, "code_challenge"),
        parameters.get("state"),
        parameters.get("nonce"));
  }

  /** Where the browser goes with the code. */
  String answer(String code) {
    return withParameter(withParameter(redirectUri, "code", code), "state", state);
  }

  static String withParameter(String address, String name, @Nullable String value) {
    if (value == null) {
      return address;
    }
    var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return address + (address.contains("?") ? "&" : "?") + name + "=" + encoded;
  }

  /** This issuer vouches for anybody, so it may do so only to programs of this machine. */
  static void requireLoopback(String address) {
    try {
      var uri = new URI(address);
      require(
          "http".equals(uri.getScheme())
              && uri.getHost() != null
              && LOOPBACK.contains(uri.getHost())
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null,
          "The address to go back to must be http on this machine");
    } catch (URISyntaxException e) {
      throw new BadRequestException("The address to go back to is not an address");
    }
  }

  private static String required(Map<String, String> parameters, String name) {
    var value = parameters.getOrDefault(name, "");
    require(!value.isBlank(), "Missing parameter " + name);
    return value;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new BadRequestException(otherwise);
    }
  }
}
