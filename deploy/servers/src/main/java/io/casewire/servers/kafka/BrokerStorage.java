package io.casewire.servers.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker's data directory, which a new broker has to format before its first start. */
final class BrokerStorage {

  private BrokerStorage() {}

  /** Formats the directory unless a broker has been there before. */
  static void prepare(Path dataDirectory) throws Exception {
    // Written last by the formatter: its presence means that formatting ended.
    if (Files.notExists(dataDirectory.resolve("meta.properties"))) {
      format(dataDirectory);
    }
  }

  private static void format(Path dataDirectory) throws Exception {
    Files.createDirectories(dataDirectory);
    try (var quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(quiet)
          .setNodeId(BrokerConfig.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(BrokerConfig.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(dataDirectory.toString())
          .addDirectory(dataDirectory.toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setIgnoreFormatted(true)
          .run();
    }
  }
}
