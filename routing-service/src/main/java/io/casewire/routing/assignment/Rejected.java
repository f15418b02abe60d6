package io.casewire.routing.assignment;

/** An agent whom a rule of the lane keeps from every case of it. */
record Rejected(Seat seat, Reason reason) {}
