package io.casewire.routing.stream;

import io.casewire.events.UndeliveredOutcome;
import io.casewire.routing.casework.MessageKey;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.roster.QueueBook;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch has to know besides its cases.
 *
 * @param people by id: those to whom one of the cases can go
 * @param sequences of the messages that escalations ask for
 * @param answers those of which notification tells, with how they were lost if they were
 */
record Knowledge(
    QueueBook queues,
    Map<String, AgentAtWork> people,
    Map<MessageKey, Long> sequences,
    Map<MessageKey, Optional<UndeliveredOutcome>> answers) {

  Optional<AgentAtWork> person(String agentId) {
    return Optional.ofNullable(people.get(agentId));
  }

  Collection<AgentAtWork> everybody() {
    return people.values();
  }

  Optional<Long> sequenceOf(MessageKey message) {
    return Optional.ofNullable(sequences.get(message));
  }
}
