/**
 * The contract of the stream: what the services tell each other, and nothing about how they work.
 *
 * <p>Every type here is a fact in the past tense. Types only grow: a field that was published is
 * never removed or given another meaning, new fields are optional, and a breaking change is a new
 * type version published beside the old one.
 */
@NullMarked
package io.casewire.events;

import org.jspecify.annotations.NullMarked;
