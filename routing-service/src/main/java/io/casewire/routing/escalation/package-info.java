/**
 * What routing does when a level of an escalation chain is reached: whom it tells, what it moves.
 */
@NullMarked
package io.casewire.routing.escalation;

import org.jspecify.annotations.NullMarked;
