package io.casewire.servers.mail;

import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapRequestHandler;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.imap.ImapSessionImpl;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.UserManager;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A client's IMAP connection, whose session has an {@link IndexedFolder}. */
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

  /**
   * GreenMail's session, whose class is final, with an {@link IndexedFolder} for its commands. Its
   * own folder listens beside it for news that the client is told unasked.
   */
  private ImapSession session() {
    var address = socket.getInetAddress().getHostAddress();
    var original = new ImapSessionImpl(folders, users, this, address);
    var selected = new AtomicReference<@Nullable IndexedFolder>();
    return (ImapSession)
        Proxy.newProxyInstance(
            ImapSession.class.getClassLoader(),
            new Class<?>[] {ImapSession.class},
            (session, method, arguments) -> {
              switch (method.getName()) {
                case "getSelected" -> {
                  return selected.get();
                }
                case "setSelected" ->
                    selected.set(
                        new IndexedFolder(
                            (MailFolder) arguments[0],
                            (ImapSession) session,
                            (boolean) arguments[1]));
                case "deselect" ->
                    Optional.ofNullable(selected.getAndSet(null))
                        .ifPresent(ImapSessionFolder::deselect);
                default -> {}
              }
              try {
                return method.invoke(original, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
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
