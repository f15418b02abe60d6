package io.casewire.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of text under a header, in columns as wide as their widest cell. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> header) {
    rows.add(List.copyOf(header));
  }

  void add(List<String> row) {
    rows.add(row.stream().map(cell -> cell.replaceAll("\\R", "⏎")).toList());
  }

  void print(PrintStream out) {
    for (var row : rows) {
      var line = new StringBuilder();
      for (var column = 0; column < row.size(); column++) {
        var cell = row.get(column);
        line.append(cell).repeat(" ", width(column) - width(cell) + 2);
      }
      out.println(line.toString().stripTrailing());
    }
    out.printf("(%d rows)%n", rows.size() - 1);
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
  }

  /** Chinese characters and their punctuation take two places on a terminal. */
  private static int width(String text) {
    return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  private static boolean isWide(int point) {
    return Character.isIdeographic(point)
        || (point >= 0x3000 && point <= 0x303F)
        || (point >= 0xFF00 && point <= 0xFF60);
  }
}
