package io.casewire.intake.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A chat client, byte by byte, that sends nothing after its hello. */
final class DeafClient {

  private static final String HANDSHAKE =
      """
      GET /api/v1/chat HTTP/1.1\r
      Host: localhost\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Sec-WebSocket-Version: 13\r
      \r
      """;

  private static final String HELLO = "{\"type\":\"hello\"}";
  private static final int FINAL_TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final byte[] MASK_THAT_CHANGES_NOTHING = new byte[4];

  private DeafClient() {}

  /** Opens the chat on a connection and sends the first frame. */
  static void sayHello(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(HANDSHAKE.getBytes(StandardCharsets.US_ASCII));
    awaitUpgrade(socket.getInputStream());
    out.write(FINAL_TEXT);
    out.write(MASKED | HELLO.length());
    out.write(MASK_THAT_CHANGES_NOTHING);
    out.write(HELLO.getBytes(StandardCharsets.US_ASCII));
  }

  private static void awaitUpgrade(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
  }
}
