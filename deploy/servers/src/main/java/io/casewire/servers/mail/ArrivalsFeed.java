package io.casewire.servers.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.servers.http.BadRequestException;
import io.casewire.servers.http.Reply;
import io.casewire.servers.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /arrivals?after=<n>&limit=<m>}: tells a load tool what arrived without any mailbox.
 */
final class ArrivalsFeed {

  private static final int MAXIMUM = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Arrivals arrivals;

  ArrivalsFeed(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  Reply get(Request request) {
    var after = number(request, "after", 0);
    var limit = number(request, "limit", MAXIMUM);
    return Reply.json(200, json(arrivals.after(after, (int) Math.min(limit, MAXIMUM))));
  }

  private static long number(Request request, String name, long otherwise) {
    var text = request.query().getOrDefault(name, String.valueOf(otherwise));
    if (!text.matches("[0-9]{1,18}")) {
      throw new BadRequestException("Not a number: " + name);
    }
    return Long.parseLong(text);
  }

  private static String json(List<Arrival> arrivals) {
    try {
      return JSON.writeValueAsString(arrivals.stream().map(ArrivalsFeed::fields).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> fields(Arrival arrival) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("n", arrival.n());
    fields.put("recipient", arrival.recipient());
    fields.put("messageId", arrival.messageId());
    fields.put("at", arrival.at().toString());
    return fields;
  }
}
