package io.casewire.intake.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A socket that sends frames as they are asked for, whereas clients divide what is long. */
final class RawSocket implements AutoCloseable {

  static final int TEXT_BEGINS = 0x01;
  static final int TEXT = 0x81;
  static final int GOES_ON = 0x00;
  static final int PING = 0x89;

  private static final int CLOSE = 0x88;
  private static final int MASKED = 0x80;
  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  static RawSocket open(URI address) throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    RawSocket opened = new RawSocket(socket);
    opened.shakeHands(address.getPath());
    return opened;
  }

  private void shakeHands(String path) throws IOException {
    String request =
        """
        GET %s HTTP/1.1
        Host: localhost
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

        """
            .formatted(path)
            .replace("\n", "\r\n");
    out.write(request.getBytes(US_ASCII));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException(head.toString());
    }
  }

  /** The server may close the socket before it has taken all of it. */
  void sendFrame(int kind, byte[] content) {
    try {
      out.writeByte(kind);
      if (content.length < SHORT_LENGTH) {
        out.writeByte(MASKED | content.length);
      } else if (content.length < 1 << Short.SIZE) {
        out.writeByte(MASKED | SHORT_LENGTH);
        out.writeShort(content.length);
      } else {
        out.writeByte(MASKED | LONG_LENGTH);
        out.writeLong(content.length);
      }
      out.writeInt(0);
      out.write(content);
    } catch (IOException e) {
      // The close code says why.
    }
  }

  /** The code with which the server closes the socket, waited for. */
  int closeCode() throws IOException {
    while (true) {
      int kind = in.readUnsignedByte();
      int length = in.readUnsignedByte();
      if (length == SHORT_LENGTH) {
        length = in.readUnsignedShort();
      }
      if (kind == CLOSE) {
        return in.readUnsignedShort();
      }
      in.skipNBytes(length);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
