package io.casewire.kit.web;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** Tells whether a request over HTTP/2 has ended, which the framework says to readers only. */
final class Http2End {

  private Http2End() {}

  /** Whether no body came and none will. Not known before the event loop's next turn. */
  static boolean isWithoutBody(HttpServerRequest request) {
    ChannelPipeline pipeline = ((ConnectionBase) request.connection()).channel().pipeline();
    Http2Connection connection = pipeline.get(Http2ConnectionHandler.class).connection();
    Http2Stream stream = connection.stream(request.streamId());
    return stream == null
        || !stream.state().remoteSideOpen()
            && connection.local().flowController().unconsumedBytes(stream) == 0;
  }
}
