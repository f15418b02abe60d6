package io.casewire.sla.pages;

import io.casewire.kit.paging.Cursor;
import io.casewire.kit.row.Rows;
import io.casewire.sla.cases.ClockRow;
import io.casewire.sla.clock.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open clock with what the board says of its case. */
record BoardRow(
    ClockRow row,
    Clock clock,
    String caseNumber,
    @Nullable String queue,
    @Nullable String owner,
    String priority) {

  /** Reads {@code clock, case_number, queue, owner, priority}. */
  static BoardRow of(Object[] columns) {
    ClockRow row = Rows.read(List.of((String) columns[0]), ClockRow.class).getFirst();
    return new BoardRow(
        row,
        row.toClock(),
        (String) columns[1],
        (String) columns[2],
        (String) columns[3],
        (String) columns[4]);
  }

  Cursor cursor() {
    return Cursor.after(clock.dueAt(), clock.clockId());
  }
}
