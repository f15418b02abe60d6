package io.casewire.local;

import io.casewire.events.envelope.Topics;
import io.casewire.servers.ServerProcess;
import io.casewire.servers.identity.TokenIssuer;
import io.casewire.servers.kafka.BrokerServer;
import io.casewire.servers.kafka.TopicSpec;
import io.casewire.servers.mail.MailServer;
import io.casewire.servers.postgres.PostgresBinaries;
import io.casewire.servers.postgres.PostgresCluster;
import io.casewire.servers.postgres.PostgresDatabases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the settings into command lines.
 *
 * @param home where the stack lives
 * @param settings its settings
 */
record Blueprints(StackHome home, Settings settings) {

  /** The blueprint of a server, or of the first replica of a service. */
  Blueprint of(Component component) {
    return of(Instance.first(component), settings.port(component.typedName()));
  }

  /**
   * The blueprint of any process.
   *
   * @param port where it listens
   */
  Blueprint of(Instance instance, int port) {
    return switch (instance.component()) {
      case INTAKE, ROUTING, NOTIFICATION, SLA -> service(instance, port);
      case KAFKA ->
          server(
              Component.KAFKA,
              BrokerServer.class,
              List.of(port),
              List.of("-Dcasewire.kafka.topics=" + topics()));
      case MAIL ->
          server(
              Component.MAIL,
              MailServer.class,
              List.of(port, settings.port("imap"), settings.port("mail-arrivals")),
              List.of());
      case ISSUER -> server(Component.ISSUER, TokenIssuer.class, List.of(port), List.of());
      case POSTGRES -> postgres(instance, port);
    };
  }

  /**
   * When the program of a service was built.
   *
   * @throws StackException when it is not built
   */
  Instant builtAt(Component service) {
    try {
      return Files.getLastModifiedTime(home.program(service)).toInstant();
    } catch (IOException e) {
      throw new StackException(service.typedName() + " is not built: " + home.program(service), e);
    }
  }

  /** Where the databases are reached. */
  PostgresDatabases databases() {
    return cluster().databases();
  }

  /** The database server's data. */
  PostgresCluster cluster() {
    return new PostgresCluster(
        PostgresBinaries.unpackedBelow(home.programs()),
        home.data(Component.POSTGRES),
        settings.port("postgres"),
        Map.of());
  }

  private Blueprint service(Instance instance, int port) {
    var program = home.program(instance.component());
    var command = java("service");
    command.add(classCache(instance, program));
    command.addAll(systemProperties("service", instance.component(), port));
    command.addAll(systemProperties(instance.component().typedName(), instance.component(), port));
    command.addAll(List.of("-jar", program.toString()));
    var health = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port));
    return new Blueprint(instance, List.of(port), command, Readiness.http(health));
  }

  /** What the JVM knows of the program's classes before it starts, or where it writes that down. */
  private String classCache(Instance instance, Path program) {
    return settings
        .trainingDirectory()
        .map(directory -> "-XX:AOTCacheOutput=" + directory.resolve(instance + ".aot"))
        .orElse("-XX:AOTCache=" + program.resolveSibling("app.aot"));
  }

  private Blueprint server(
      Component component, Class<?> main, List<Integer> ports, List<String> more) {
    var instance = Instance.first(component);
    var readyFile = home.readyFile(instance);
    var command = java(component.typedName());
    command.add("-XX:SharedArchiveFile=" + home.classArchive(component));
    command.add("-XX:+AutoCreateSharedArchive");
    command.addAll(systemProperties(component.typedName(), component, ports.getFirst()));
    command.addAll(more);
    command.add("-Djava.util.logging.config.class=" + Logging.class.getName());
    command.add("-D" + ServerProcess.READY_FILE + "=" + readyFile);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return new Blueprint(instance, ports, command, Readiness.file(readyFile));
  }

  private Blueprint postgres(Instance instance, int port) {
    var cluster = cluster();
    return new Blueprint(instance, List.of(port), cluster.command(), cluster.databases()::isReady);
  }

  private List<String> java(String kind) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings.javaOptions(kind));
    return command;
  }

  private List<String> systemProperties(String prefix, Component component, int port) {
    var context =
        Map.of(
            "service", component.typedName(),
            "port", String.valueOf(port),
            "data", home.data(component).toString());
    return settings.below(prefix, context).entrySet().stream()
        .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
        .toList();
  }

  /** The topics of the stream, and for each service and topic its dead letters. */
  private static String topics() {
    var deadLetters =
        Stream.of(Topics.CASE_EVENTS, Topics.DIRECTORY_EVENTS)
            .flatMap(
                topic ->
                    Component.services().stream()
                        .map(service -> Topics.deadLettersOf(topic, service.typedName())))
            .map(name -> new TopicSpec(name, 1, TopicSpec.Cleanup.KEEP));
    var stream =
        Stream.of(
            new TopicSpec(Topics.CASE_EVENTS, Topics.PARTITIONS, TopicSpec.Cleanup.KEEP),
            new TopicSpec(Topics.DIRECTORY_EVENTS, Topics.PARTITIONS, TopicSpec.Cleanup.COMPACT));
    return Stream.concat(stream, deadLetters)
        .map(TopicSpec::toString)
        .collect(Collectors.joining(","));
  }
}
