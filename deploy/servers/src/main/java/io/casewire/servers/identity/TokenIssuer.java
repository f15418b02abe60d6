package io.casewire.servers.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.servers.FreePort;
import io.casewire.servers.ServerProcess;
import io.casewire.servers.http.HttpListener;
import io.casewire.servers.http.Reply;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An OpenID Connect provider on the loopback interface. It believes everybody, so it is for
 * development and tests only: services accept it in their local and test profiles and nowhere else.
 */
public final class TokenIssuer implements AutoCloseable {

  private final HttpListener http;
  private final TokenMint mint;
  private final String address;

  private TokenIssuer(HttpListener http, TokenMint mint, String address) {
    this.http = http;
    this.mint = mint;
    this.address = address;
  }

  /** Runs an issuer as a process; the settings are in system properties. */
  public static void main(String[] args) {
    ServerProcess.run(
        "issuer",
        () ->
            start(
                ServerProcess.directory("casewire.issuer.data"),
                ServerProcess.port("casewire.issuer.port")));
  }

  /** Starts on a free port with its key in {@code dataDirectory}. */
  public static TokenIssuer start(Path dataDirectory) {
    return start(dataDirectory, FreePort.next());
  }

  /**
   * Returns when it answers. The key is read from {@code dataDirectory}, or made there, so that the
   * tokens of an earlier start stay valid.
   */
  public static TokenIssuer start(Path dataDirectory, int port) {
    return start(dataDirectory, port, Clock.systemUTC());
  }

  static TokenIssuer start(Path dataDirectory, int port, Clock clock) {
    var address = "http://127.0.0.1:" + port;
    var key = SigningKey.in(dataDirectory.resolve("signing-key.json"));
    var mint = new TokenMint(address, key, clock);
    var codes = new SignInCodes(clock);
    var browser = new SignInEndpoint(codes);
    var metadata = metadata(address);
    var http =
        HttpListener.start(
            port,
            Map.of(
                "/.well-known/openid-configuration", request -> Reply.json(200, metadata),
                "/jwks", request -> Reply.json(200, key.publicKeys()),
                "/token", new TokenEndpoint(mint, codes)::handle,
                "/authorize", browser::authorize,
                "/logout", browser::logout));
    return new TokenIssuer(http, mint, address);
  }

  /** The claim {@code iss} of its tokens and the address of its discovery document. */
  public String address() {
    return address;
  }

  /** An access token, as {@code POST /token} gives it. */
  public String accessToken(String agentId, Role role) {
    return mint.accessToken(new Staff(agentId, role));
  }

  @Override
  public void close() {
    http.close();
  }

  /** OpenID Connect Discovery 1.0, 3. */
  private static String metadata(String address) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("issuer", address);
    metadata.put("authorization_endpoint", address + "/authorize");
    metadata.put("token_endpoint", address + "/token");
    metadata.put("jwks_uri", address + "/jwks");
    metadata.put("end_session_endpoint", address + "/logout");
    metadata.put("response_types_supported", List.of("code"));
    metadata.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
    metadata.put("subject_types_supported", List.of("public"));
    metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
    metadata.put("code_challenge_methods_supported", List.of("S256"));
    metadata.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post", "none"));
    metadata.put("scopes_supported", List.of("openid", "agent", "lead", "supervisor", "admin"));
    try {
      return new ObjectMapper().writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
