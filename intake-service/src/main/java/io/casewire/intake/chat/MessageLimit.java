package io.casewire.intake.chat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;

/**
 * Closes a socket with a code when a message is too large, in one frame or in many, or a frame is
 * invalid. The framework would cut the connection, so that the client learns no reason. Frames that
 * come after the close are dropped unread.
 */
final class MessageLimit extends ChannelInboundHandlerAdapter {

  /** In bytes; also the framework's own limit for a single frame. */
  static final int LONGEST = 64 * 1024;

  private static final String NAME = "casewire-message-limit";
  private static final String FRAME_DECODER = "wsdecoder";
  private static final String FRAMEWORK = "handler";

  /** A connection that is closed while its client still sends may take the close frame with it. */
  private static final long LINGER_MILLIS = 1_000;

  private long length;
  private boolean closing;

  private MessageLimit() {}

  /** Limits the socket that this request opens. */
  static void install(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      return;
    }
    ChannelPipeline pipeline = ((ConnectionBase) request.connection()).channel().pipeline();
    if (pipeline.get(NAME) == null) {
      pipeline.addBefore(FRAMEWORK, NAME, new MessageLimit());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    if (!closing && read instanceof WebSocketFrame frame && lengthWith(frame) > LONGEST) {
      close(context, WebSocketCloseStatus.MESSAGE_TOO_BIG);
    }
    if (closing) {
      ReferenceCountUtil.release(read);
    } else {
      context.fireChannelRead(read);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    if (failure instanceof CorruptedWebSocketFrameException wrong) {
      close(context, wrong.closeStatus());
    } else {
      context.fireExceptionCaught(failure);
    }
  }

  private long lengthWith(WebSocketFrame frame) {
    switch (frame) {
      case TextWebSocketFrame _, BinaryWebSocketFrame _ -> length = frame.content().readableBytes();
      case ContinuationWebSocketFrame _ -> length += frame.content().readableBytes();
      default -> {
        // a ping, pong or close between the frames of a message
      }
    }
    return length;
  }

  private void close(ChannelHandlerContext context, WebSocketCloseStatus status) {
    if (closing) {
      return;
    }
    closing = true;
    context.writeAndFlush(new CloseWebSocketFrame(status));
    if (context.pipeline().get(FRAME_DECODER) != null) {
      context.pipeline().remove(FRAME_DECODER);
    }
    context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }
}
