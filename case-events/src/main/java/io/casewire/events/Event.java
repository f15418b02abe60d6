package io.casewire.events;

/** Anything that is published on the stream. */
public sealed interface Event permits CaseEvent, DirectoryEvent {

  /** The id of the thing the event is about; it is the record key, so it decides the order. */
  String subject();
}
