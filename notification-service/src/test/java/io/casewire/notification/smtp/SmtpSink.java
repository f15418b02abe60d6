package io.casewire.notification.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A mail server that answers what a test tells it to, and remembers what it was told. */
public final class SmtpSink implements AutoCloseable {

  /** Stands for the end of a mail's text in place of a command. */
  public static final String END_OF_DATA = ".";

  private final ServerSocket server;
  private final Thread acceptor;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile String greeting = "220 sink";
  private volatile UnaryOperator<String> answers = command -> null;

  public SmtpSink() {
    this(0);
  }

  public SmtpSink(int port) {
    try {
      server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    acceptor = Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Sets the answer to a command; null leaves the usual one. */
  public void answer(UnaryOperator<String> toCommand) {
    answers = toCommand;
  }

  /** Sets what it says to those who connect from now on. */
  public void greet(String line) {
    greeting = line;
  }

  public List<String> commands() {
    return commands;
  }

  /** The texts of the mails that were taken. */
  public List<String> mails() {
    return mails;
  }

  public int connections() {
    return connections.get();
  }

  /** Goes away as a server does that is killed: also from those it was talking to. */
  @Override
  public void close() {
    try {
      server.close();
      // The port is open until whoever waits at it has let go of it.
      acceptor.join();
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        clients.add(client);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      OutputStream out = client.getOutputStream();
      say(out, greeting);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        String answer = answerTo(line);
        say(out, answer);
        if (answer.startsWith("354")) {
          String mail = readMail(in);
          String verdict = answerTo(END_OF_DATA);
          if (verdict.startsWith("250")) {
            mails.add(mail);
          }
          say(out, verdict);
        }
      }
    } catch (IOException _) {
      // The client has gone, as clients do.
    }
  }

  private String answerTo(String command) {
    String answer = answers.apply(command);
    if (answer != null) {
      return answer;
    }
    return command.equals("DATA") ? "354 go on" : "250 ok";
  }

  private static String readMail(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line).append("\r\n");
    }
    return mail.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
