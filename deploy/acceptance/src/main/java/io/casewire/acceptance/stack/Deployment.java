package io.casewire.acceptance.stack;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * Where a running Casewire is reached; of a service, all replicas.
 *
 * @param issuer the local stack's issuer of staff tokens
 * @param channelKey what a channel shows to intake
 */
public record Deployment(
    List<URI> intake,
    List<URI> routing,
    List<URI> notification,
    List<URI> sla,
    URI issuer,
    MailHost mail,
    String channelKey) {

  private static final String LOCAL_CHANNEL_KEY = "local-channel-key";

  /** A mail server that takes mail for anybody and shows it to anybody. */
  public record MailHost(String name, int smtpPort, int imapPort) {}

  public Deployment {
    intake = List.copyOf(intake);
    routing = List.copyOf(routing);
    notification = List.copyOf(notification);
    sla = List.copyOf(sla);
  }

  /** The stack that the launcher of a checkout has started. */
  public static Deployment of(LocalStack stack) {
    List<StackProcess> processes = stack.processes();
    StackProcess mail = LocalStack.only(processes, "mail");
    return new Deployment(
        LocalStack.addressesOf(processes, "intake"),
        LocalStack.addressesOf(processes, "routing"),
        LocalStack.addressesOf(processes, "notification"),
        LocalStack.addressesOf(processes, "sla"),
        LocalStack.only(processes, "issuer").address(),
        new MailHost("127.0.0.1", mail.port(), mail.otherPort("imap")),
        LOCAL_CHANNEL_KEY);
  }

  /**
   * A deployment by its addresses, in the system properties {@code casewire.intake}, {@code
   * casewire.routing} and so on; several of one service with commas between them.
   */
  public static Deployment ofSystemProperties() {
    URI mail = URI.create(required("casewire.mail"));
    return new Deployment(
        addresses("casewire.intake"),
        addresses("casewire.routing"),
        addresses("casewire.notification"),
        addresses("casewire.sla"),
        URI.create(required("casewire.issuer")),
        new MailHost(mail.getHost(), mail.getPort(), Integer.getInteger("casewire.imap-port", 993)),
        required("casewire.channel-key"));
  }

  private static List<URI> addresses(String property) {
    return Arrays.stream(required(property).split(",")).map(URI::create).toList();
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("Set -D" + property);
    }
    return value;
  }
}
