package io.casewire.intake.chat;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

/**
 * Where chat clients connect. Frames are handed on at once, in the order they come, and each {@link
 * ChatWindow} takes them one after the other: the framework's own serial mode would queue the
 * frames of a fast client without limit.
 */
@WebSocket(path = ChatSocket.PATH, inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class ChatSocket {

  static final String PATH = "/api/v1/chat";

  private static final Logger LOG = Logger.getLogger(ChatSocket.class);

  private final ChatHub hub;

  ChatSocket(ChatHub hub) {
    this.hub = hub;
  }

  @OnOpen
  Uni<Void> open(WebSocketConnection connection) {
    return hub.open(connection);
  }

  @OnTextMessage
  Uni<Void> take(String frame, WebSocketConnection connection) {
    hub.window(connection.id()).ifPresent(window -> window.take(frame));
    return Uni.createFrom().voidItem();
  }

  @OnBinaryMessage
  Uni<Void> refuse(Buffer frame, WebSocketConnection connection) {
    return connection.close(new CloseReason(ChatConnection.UNSUPPORTED, "frames are text"));
  }

  @OnPongMessage
  void alive(Buffer pong, WebSocketConnection connection) {
    hub.window(connection.id()).ifPresent(ChatWindow::heard);
  }

  @OnClose
  void closed(WebSocketConnection connection) {
    hub.closed(connection.id());
  }

  @OnError
  Uni<Void> failed(Throwable failure, WebSocketConnection connection) {
    LOG.debugf(failure, "chat socket failed connection=%s", connection.id());
    hub.closed(connection.id());
    return connection.isClosed() ? Uni.createFrom().voidItem() : connection.close();
  }
}
