package io.casewire.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columns_stay_in_line_beside_chinese_text() {
    // Given
    var table = new TextTable(List.of("name", "n"));
    table.add(List.of("退款", "1"));
    table.add(List.of("two\nlines", "2"));
    var out = new ByteArrayOutputStream();

    // When
    table.print(new PrintStream(out, true, StandardCharsets.UTF_8));

    // Then
    assertEquals(
        """
        name       n
        退款       1
        two⏎lines  2
        (2 rows)
        """,
        out.toString(StandardCharsets.UTF_8));
  }
}
