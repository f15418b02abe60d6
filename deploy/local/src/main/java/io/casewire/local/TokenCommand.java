package io.casewire.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "Print a bearer token for a member of the staff.")
final class TokenCommand implements Runnable {

  @Parameters(paramLabel = "<agentId>", description = "Who it is for, for example zoe.")
  private String agentId;

  @Option(
      names = "--role",
      defaultValue = "agent",
      paramLabel = "<role>",
      description = "agent, lead, supervisor or admin (default: ${DEFAULT-VALUE}).")
  private String role;

  @Override
  public void run() {
    var port = Settings.load(StackHome.ofScript().settings()).port("issuer");
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request(port), HttpResponse.BodyHandlers.ofString());
      var fields = new ObjectMapper().readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new StackException(fields.path("error_description").asText());
      }
      System.out.println(fields.get("access_token").asText());
    } catch (IOException e) {
      throw new StackException("The issuer does not answer; is the stack up?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(int port) {
    var form =
        "grant_type=client_credentials&client_secret=local&client_id=%s&scope=%s"
            .formatted(encode(agentId), encode(role));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/token".formatted(port)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
