package io.casewire.acceptance.journey;

import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.stack.Deployment;
import java.util.List;

/** The people of the journeys. */
final class TestDesk {

  private static final List<String> QUEUES = List.of("default");

  private TestDesk() {}

  /** Zoe has room for every case of these tests; Lea and Sue look on until they are needed. */
  static Desk open(Deployment casewire) {
    Desk desk = new Desk(casewire, "sue");
    desk.staff().employ("sue", "Sue", "supervisor", QUEUES, 0);
    desk.staff().employ("lea", "Lea", "lead", QUEUES, 0);
    desk.staff().employ("zoe", "Zoe", "agent", QUEUES, 1_000);
    return desk;
  }
}
