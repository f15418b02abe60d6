package io.casewire.sla.pages;

import io.casewire.kit.web.Pages;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Says spans of time in the reader's language, in their two largest units. */
record Spans(Pages pages, RoutingContext request) {

  String say(Duration span) {
    if (span.toDays() > 0) {
      return pages.say(request, "span.days", span.toDays(), span.toHoursPart());
    }
    if (span.toHours() > 0) {
      return pages.say(request, "span.hours", span.toHours(), span.toMinutesPart());
    }
    return span.toMinutes() > 0
        ? pages.say(request, "span.minutes", span.toMinutes())
        : pages.say(request, "span.seconds", span.toSeconds());
  }
}
