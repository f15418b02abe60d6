package io.casewire.servers.mail;

import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapRequestHandler;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionImpl;
import com.icegreen.greenmail.user.UserManager;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** A client's IMAP connection, with an {@link IndexedSession}. */
final class ImapConnection extends ImapHandler {

  private final UserManager users;
  private final ImapHostManager folders;

  ImapConnection(UserManager users, ImapHostManager folders, Socket client) {
    super(users, folders, client);
    this.users = users;
    this.folders = folders;
  }

  @Override
  public void run() {
    try (var in = new BufferedInputStream(socket.getInputStream());
        var out = new BufferedOutputStream(socket.getOutputStream())) {
      new ImapResponse(out).okResponse(null, "IMAP4rev1 ready");
      var requests = new ImapRequestHandler();
      var session = session();
      var open = true;
      while (open && !isQuitting()) {
        open = requests.handleRequest(in, out, session);
      }
    } catch (Exception e) {
      if (!isQuitting()) {
        throw new IllegalStateException("an IMAP connection has failed", e);
      }
    } finally {
      close();
    }
  }

  private ImapSession session() {
    return new IndexedSession(
        new ImapSessionImpl(folders, users, this, socket.getInetAddress().getHostAddress()));
  }

  @Override
  public void forceConnectionClose(String reason) {
    try {
      new ImapResponse(socket.getOutputStream()).byeResponse(reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      close();
    }
  }
}
