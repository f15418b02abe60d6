package io.casewire.servers.identity;

import io.casewire.servers.FreePort;
import io.casewire.servers.ServerProcess;
import io.casewire.servers.http.HttpListener;
import io.casewire.servers.http.Reply;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * An OpenID Connect provider on the loopback interface. It believes everybody, so it is for
 * development and tests only: services accept it in their local and test profiles and nowhere else.
 *
 * @param address the claim {@code iss} of its tokens and the address of its discovery document
 */
public record TokenIssuer(String address, HttpListener http) implements AutoCloseable {

  /** Runs an issuer as a process; the settings are in system properties. */
  public static void main(String[] args) {
    ServerProcess.run(
        "issuer",
        () ->
            start(
                ServerProcess.directory("casewire.issuer.data"),
                ServerProcess.port("casewire.issuer.port"),
                Clock.systemUTC()));
  }

  /** Starts on a free port with its key in {@code dataDirectory}. */
  public static TokenIssuer start(Path dataDirectory) {
    return start(dataDirectory, FreePort.next(), Clock.systemUTC());
  }

  /**
   * Returns when it answers. The key is read from {@code dataDirectory}, or made there, so that the
   * tokens of an earlier start stay valid.
   */
  static TokenIssuer start(Path dataDirectory, int port, Clock clock) {
    var address = "http://127.0.0.1:" + port;
    var signer = new TokenSigner(address, dataDirectory.resolve("signing-key.json"), clock);
    var codes = new SignInCodes(clock);
    var pages = new SignInPages(codes);
    return new TokenIssuer(
        address,
        HttpListener.start(
            port,
            Map.of(
                "/.well-known/openid-configuration", _ -> Reply.json(200, metadata(address)),
                "/jwks", _ -> Reply.json(200, signer.publicKeys()),
                "/token", new TokenEndpoint(signer, codes)::handle,
                "/authorize", pages::authorize,
                "/logout", pages::logout)));
  }

  @Override
  public void close() {
    http.close();
  }

  /** OpenID Connect Discovery 1.0, 3. */
  private static Map<String, Object> metadata(String address) {
    return Map.ofEntries(
        Map.entry("issuer", address),
        Map.entry("authorization_endpoint", address + "/authorize"),
        Map.entry("token_endpoint", address + "/token"),
        Map.entry("jwks_uri", address + "/jwks"),
        Map.entry("end_session_endpoint", address + "/logout"),
        Map.entry("response_types_supported", List.of("code")),
        Map.entry("grant_types_supported", List.of("authorization_code", "client_credentials")),
        Map.entry("subject_types_supported", List.of("public")),
        Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
        Map.entry("code_challenge_methods_supported", List.of("S256")),
        Map.entry(
            "token_endpoint_auth_methods_supported",
            List.of("client_secret_basic", "client_secret_post", "none")),
        Map.entry("scopes_supported", List.of("openid", "agent", "lead", "supervisor", "admin")));
  }
}
