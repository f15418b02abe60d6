package io.casewire.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "ps",
    description = "List the processes: running, suspended, or dead without having been stopped.")
final class PsCommand implements Runnable {

  @Option(
      names = "--json",
      description = "As JSON: [{name, pid, port, log, state}]; of the mail server also morePorts.")
  private boolean json;

  @Override
  public void run() {
    var home = StackHome.ofScript();
    var entries = new ProcessTable(home.runDirectory()).all();
    if (json) {
      System.out.println(json(entries, home));
    } else {
      printTable(entries, home);
    }
  }

  private static void printTable(List<ProcessRecord> entries, StackHome home) {
    var line = "%-15s %8s %6s  %-10s %s%n";
    System.out.printf(line, "NAME", "PID", "PORT", "STATE", "LOG");
    for (var entry : entries) {
      System.out.printf(
          line,
          entry.instance(),
          entry.pid(),
          entry.port(),
          entry.state().typedName(),
          home.log(entry.instance()));
    }
  }

  private static String json(List<ProcessRecord> entries, StackHome home) {
    try {
      return new ObjectMapper()
          .writeValueAsString(entries.stream().map(entry -> fields(entry, home)).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> fields(ProcessRecord entry, StackHome home) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", entry.instance().name());
    fields.put("pid", entry.pid());
    fields.put("port", entry.port());
    fields.put("log", home.log(entry.instance()).toString());
    fields.put("state", entry.state().typedName());
    if (entry.instance().component() == Component.MAIL) {
      var settings = Settings.load(home.settings());
      fields.put(
          "morePorts",
          Map.of("imap", settings.port("imap"), "arrivals", settings.port("mail-arrivals")));
    }
    return fields;
  }
}
