package io.casewire.notification.delivery;

import io.casewire.notification.attempt.Outcome;

/** What came of an attempt. */
record Result(Delivery delivery, Outcome outcome) {}
