package io.casewire.testkit;

import io.casewire.servers.TemporaryDirectory;
import io.casewire.servers.identity.TokenIssuer;
import io.casewire.servers.mail.MailServer;
import io.casewire.servers.postgres.PostgresDatabases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The servers that all tests of this JVM use one after the other. They are started by the first
 * test that needs them and stopped with the JVM.
 *
 * <p>Quarkus loads test resources anew for each test profile and closes the class loader of the
 * profile before, so this class is always used through the system class loader: else a second
 * profile would start second servers, and the first ones could not load another class.
 */
public final class SharedServers {

  static final String ISSUER = "casewire.test.issuer";

  private static final String SESSION_SECRET = "of-tests-and-therefore-no-secret-at-all";

  private static Optional<SharedServers> started = Optional.empty();

  private final Infrastructure infrastructure;
  private final TokenIssuer issuer;
  private Optional<MailServer> mail = Optional.empty();

  private SharedServers(Infrastructure infrastructure, TokenIssuer issuer) {
    this.infrastructure = infrastructure;
    this.issuer = issuer;
  }

  /** {@link #prepare}, called in the class loader that outlives every test profile. */
  static Map<String, String> prepareInSystemClassLoader(boolean withMail) {
    var system = ClassLoader.getSystemClassLoader();
    var thread = Thread.currentThread();
    var caller = thread.getContextClassLoader();
    try {
      // The broker loads parts of itself by name through the thread's class loader.
      thread.setContextClassLoader(system);
      var type = Class.forName(SharedServers.class.getName(), true, system);
      var answer = (Map<?, ?>) type.getMethod("prepare", boolean.class).invoke(null, withMail);
      var configuration = new HashMap<String, String>();
      answer.forEach((name, value) -> configuration.put((String) name, (String) value));
      return configuration;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The servers for the tests can not start", e);
    } finally {
      thread.setContextClassLoader(caller);
    }
  }

  /**
   * Makes an empty database and empty topics, and tells an application how to reach them.
   *
   * @param withMail whether it needs a mail server, too
   * @return configuration of Quarkus
   */
  public static synchronized Map<String, String> prepare(boolean withMail) {
    var servers = started.orElseGet(SharedServers::start);
    started = Optional.of(servers);
    if (withMail && servers.mail.isEmpty()) {
      servers.mail = Optional.of(MailServer.start());
    }
    return servers.configuration();
  }

  private static SharedServers start() {
    var directory = TemporaryDirectory.create("casewire-test");
    var infrastructure = Infrastructure.start(directory.path());
    var issuer = TokenIssuer.start(directory.path().resolve("issuer"));
    System.setProperty(ISSUER, issuer.address());
    var servers = new SharedServers(infrastructure, issuer);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.stop(directory)));
    return servers;
  }

  private Map<String, String> configuration() {
    new FreshTopics(infrastructure.bootstrapServers()).create();
    var configuration = new HashMap<>(database(infrastructure.databases()));
    configuration.put("kafka.bootstrap.servers", infrastructure.bootstrapServers());
    configuration.put("quarkus.oidc.auth-server-url", issuer.address());
    configuration.put("quarkus.oidc.credentials.secret", "local");
    configuration.put("casewire.session.secret", SESSION_SECRET);
    mail.ifPresent(server -> configuration.putAll(mail(server)));
    return configuration;
  }

  private static Map<String, String> database(PostgresDatabases databases) {
    var name = "test_" + UUID.randomUUID().toString().replace('-', '_');
    databases.create(List.of(name));
    return Map.of(
        "quarkus.datasource.jdbc.url",
        databases.jdbcUrl(name),
        "quarkus.datasource.reactive.url",
        databases.reactiveUrl(name),
        "quarkus.datasource.username",
        name,
        "quarkus.datasource.password",
        name);
  }

  private static Map<String, String> mail(MailServer server) {
    return Map.of(
        "casewire.smtp.host", "127.0.0.1",
        "casewire.smtp.port", String.valueOf(server.smtpPort()),
        "casewire.imap.host", "127.0.0.1",
        "casewire.imap.port", String.valueOf(server.imapPort()),
        "casewire.test.mail-arrivals", "http://127.0.0.1:%d/arrivals".formatted(server.httpPort()));
  }

  private void stop(TemporaryDirectory directory) {
    mail.ifPresent(MailServer::close);
    issuer.close();
    infrastructure.close();
    directory.close();
  }
}
