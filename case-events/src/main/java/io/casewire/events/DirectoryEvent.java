package io.casewire.events;

/**
 * A full snapshot of an agent or a queue on the compacted topic {@code directory-events}. The
 * higher {@link #version()} wins; order and gaps mean nothing here, because compaction makes them.
 */
public sealed interface DirectoryEvent extends Event permits AgentDefined, QueueDefined {

  /** Grows by one with each change of the same agent or queue, from 1. */
  long version();
}
