/** Reading what people send: everything that is wrong with it is said at once, by field. */
@NullMarked
package io.casewire.sla.input;

import org.jspecify.annotations.NullMarked;
