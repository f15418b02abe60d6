/**
 * One way for every queue of work to pass over an item that fails, and for a person to retry it.
 */
@NullMarked
package io.casewire.kit.setaside;

import org.jspecify.annotations.NullMarked;
