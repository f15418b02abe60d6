/**
 * What this service keeps of a case to write to the people around it: a fold of the case's facts.
 */
@NullMarked
package io.casewire.notification.casefile;

import org.jspecify.annotations.NullMarked;
