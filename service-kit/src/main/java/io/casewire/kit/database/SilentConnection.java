package io.casewire.kit.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;

/**
 * Closes a connection that has been silent for too long, at once. The client for PostgreSQL would
 * say goodbye first and wait for the server to close; a server that has vanished never does, and a
 * statement that waits for its answer would wait for ever.
 */
final class SilentConnection extends ChannelInboundHandlerAdapter {

  private static final String NAME = "casewire-silence";

  /** Vert.x's name for its handler that tells of silence. */
  private static final String IDLE = "idle";

  private SilentConnection() {}

  /** Has it closed when it is silent; the limit is in its options. */
  static void close(SqlConnection connection) {
    if (((SqlConnectionInternal) connection).unwrap() instanceof SocketConnectionBase socket) {
      ChannelPipeline pipeline = socket.socket().channelHandlerContext().pipeline();
      if (pipeline.get(NAME) == null) {
        pipeline.addAfter(IDLE, NAME, new SilentConnection());
      }
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event instanceof IdleStateEvent) {
      // From here, so that it passes the handler that would say goodbye.
      context.close();
    } else {
      super.userEventTriggered(context, event);
    }
  }
}
