package io.casewire.sla.pages;

import io.casewire.kit.web.Pages;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Says spans of time in the reader's language, in their two largest units. */
record Spans(Pages pages, RoutingContext request) {

  String say(Duration span) {
    if (span.toDays() > 0) {
      return say("days", span.toDays(), span.toHoursPart());
    }
    if (span.toHours() > 0) {
      return say("hours", span.toHours(), span.toMinutesPart());
    }
    return span.toMinutes() > 0
        ? pages.say(request, "span.minutes", span.toMinutes())
        : pages.say(request, "span.seconds", span.toSeconds());
  }

  /** A span within the words of this name. */
  String say(String words, Duration span) {
    return pages.say(request, words, say(span));
  }

  private String say(String unit, long count, int ofTheNext) {
    return ofTheNext == 0
        ? pages.say(request, "span.whole-" + unit, count)
        : pages.say(request, "span." + unit, count, ofTheNext);
  }
}
