/** One way to open a transaction, and a place for what must wait until it is committed. */
@NullMarked
package io.casewire.kit.transaction;

import org.jspecify.annotations.NullMarked;
