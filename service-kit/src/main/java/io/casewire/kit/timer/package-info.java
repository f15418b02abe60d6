/** What is to be done later, kept in the database: it survives restarts and is done once. */
@NullMarked
package io.casewire.kit.timer;

import org.jspecify.annotations.NullMarked;
