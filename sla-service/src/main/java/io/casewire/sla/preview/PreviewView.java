package io.casewire.sla.preview;

import io.casewire.sla.calendar.DeadlinePreview;
import io.casewire.sla.calendar.TimelineRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A deadline and how it comes about.
 *
 * @param timeline from the start to the deadline, without gaps
 */
@Schema(name = "Deadline")
record PreviewView(Instant dueAt, List<Row> timeline) {

  static PreviewView of(DeadlinePreview preview) {
    return new PreviewView(preview.dueAt(), preview.timeline().stream().map(Row::of).toList());
  }

  /**
   * A stretch of time.
   *
   * @param counted how much of it is working time
   * @param why {@code open}, {@code closed} or {@code holiday:} with its name
   */
  @Schema(name = "TimelineRow")
  record Row(Instant from, Instant until, Duration counted, String why) {

    static Row of(TimelineRow row) {
      return new Row(row.from(), row.until(), row.counted(), row.why());
    }
  }
}
