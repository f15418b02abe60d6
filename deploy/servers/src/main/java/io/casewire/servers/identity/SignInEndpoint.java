package io.casewire.servers.identity;

import io.casewire.servers.http.BadRequestException;
import io.casewire.servers.http.Reply;
import io.casewire.servers.http.Request;
import java.util.LinkedHashMap;
import java.util.Optional;

/** {@code /authorize} and {@code /logout}: the part of the issuer that a browser sees. */
final class SignInEndpoint {

  private final SignInCodes codes;

  SignInEndpoint(SignInCodes codes) {
    this.codes = codes;
  }

  /** Shows the form on GET and takes it on POST. */
  Reply authorize(Request request) {
    return switch (request.method()) {
      case "GET" -> Reply.html(200, page(request).form(SignInRequest.of(request.query())));
      case "POST" -> signIn(request, SignInRequest.of(request.form()));
      default -> Reply.text(405, "Use GET or POST").with("Allow", "GET, POST");
    };
  }

  /** There is no session to end; the browser goes back to where it wants, on this machine. */
  Reply logout(Request request) {
    var back = request.query().get("post_logout_redirect_uri");
    if (back == null) {
      return Reply.html(200, page(request).signedOut());
    }
    SignInRequest.requireLoopback(back);
    var answer = new LinkedHashMap<String, String>();
    Optional.ofNullable(request.query().get("state"))
        .ifPresent(state -> answer.put("state", state));
    return Reply.seeOther(SignInRequest.withQuery(back, answer));
  }

  private Reply signIn(Request request, SignInRequest signIn) {
    var agentId = request.form().getOrDefault("agent_id", "").strip();
    if (!Staff.isAgentId(agentId)) {
      return Reply.html(400, page(request).formAfterBadAgentId(signIn, agentId));
    }
    var role =
        Role.of(request.form().getOrDefault("role", ""))
            .orElseThrow(() -> new BadRequestException("Not a role"));
    return Reply.seeOther(signIn.answer(codes.issue(new Staff(agentId, role), signIn)));
  }

  private static SignInPage page(Request request) {
    return SignInPage.inLanguageOf(request.acceptLanguage());
  }
}
