package io.casewire.kit.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection from an address of choice, which sends what it likes and no more. */
final class RawClient {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final Pattern RETRY_AFTER = Pattern.compile("(?im)^retry-after: *(\\d+)$");

  private final Socket socket;
  private final BufferedReader answer;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
  }

  static RawClient connect(String from, int port) throws IOException {
    Socket socket =
        new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new RawClient(socket);
  }

  RawClient get(String path) throws IOException {
    return send("GET", path);
  }

  RawClient post(String path, String body) throws IOException {
    return send("POST", path, "Content-Length: " + body.length()).send(body);
  }

  RawClient halfPost(String path, int announced) throws IOException {
    return halfPost(path, announced, 1);
  }

  RawClient halfPost(String path, int announced, int sent) throws IOException {
    return send("POST", path, "Content-Length: " + announced).send("x".repeat(sent));
  }

  RawClient chunkedPost(String path, int length) throws IOException {
    return send("POST", path, "Transfer-Encoding: chunked")
        .send(Integer.toHexString(length) + "\r\n" + "x".repeat(length));
  }

  RawClient send(String method, String path, String... headers) throws IOException {
    String head = String.join("\r\n", headers);
    return send(
        "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
            .formatted(method, path, head.isEmpty() ? "" : head + "\r\n"));
  }

  RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  void awaitLine(String expected) throws IOException {
    String line = answer.readLine();
    while (line != null && !line.equals(expected)) {
      line = answer.readLine();
    }
    if (line == null) {
      throw new IOException("the connection was closed");
    }
  }

  /** The next answer, whole. */
  String answer() throws IOException {
    StringBuilder text = new StringBuilder();
    int length = 0;
    String line = answer.readLine();
    while (line != null && (!line.isEmpty() || text.isEmpty())) {
      text.append(line).append('\n');
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
      line = answer.readLine();
    }
    for (int i = 0; i < length; i++) {
      text.append((char) answer.read());
    }
    return text.toString();
  }

  static int status(String answer) {
    return Integer.parseInt(answer.split(" ")[1]);
  }

  static String retryAfter(String answer) {
    Matcher header = RETRY_AFTER.matcher(answer);
    return header.find() ? header.group(1) : "";
  }

  void close() throws IOException {
    socket.close();
  }
}
