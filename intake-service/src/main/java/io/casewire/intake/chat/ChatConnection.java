package io.casewire.intake.chat;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The socket of one window: sends frames, beats until it is closed, and closes with a code. It is
 * thread-safe.
 */
final class ChatConnection {

  // RFC 6455 section 7.4.1 and the registry that it opens.
  static final int NORMAL = 1000;
  static final int UNSUPPORTED = 1003;
  static final int POLICY = 1008;
  static final int TRY_AGAIN_LATER = 1013;

  private static final Logger LOG = Logger.getLogger(ChatConnection.class);

  private final WebSocketConnection socket;
  private final Frames frames;
  private final Heartbeat heartbeat;

  /**
   * @param onSilence the client has left several pings unanswered
   */
  ChatConnection(WebSocketConnection socket, Frames frames, Runnable onSilence) {
    this.socket = socket;
    this.frames = frames;
    this.heartbeat = new Heartbeat(this::beat, onSilence);
  }

  void start(Vertx vertx, Duration heartbeatEvery) {
    heartbeat.start(vertx, heartbeatEvery);
  }

  void stop() {
    heartbeat.stop();
  }

  /** The client has sent something. */
  void heard() {
    heartbeat.heard();
  }

  String id() {
    return socket.id();
  }

  boolean isOpen() {
    return socket.isOpen();
  }

  /** Sends a frame; none once the socket is closed, since a client that comes back asks again. */
  Uni<Void> send(ServerFrame frame) {
    return socket.isOpen() ? socket.sendText(frames.write(frame)) : Uni.createFrom().voidItem();
  }

  void close(int code, String reason) {
    socket
        .close(new CloseReason(code, reason))
        .subscribe()
        .with(ignored -> {}, failure -> LOG.debugf(failure, "closing connection=%s", socket.id()));
  }

  /** A page sees the frame only, its browser answers the ping only. */
  private void beat() {
    socket
        .sendPing(Buffer.buffer())
        .chain(() -> send(new ServerFrame.Heartbeat()))
        .subscribe()
        .with(
            ignored -> {}, failure -> LOG.debugf(failure, "heartbeat connection=%s", socket.id()));
  }
}
