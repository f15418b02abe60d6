/**
 * Definitions that are kept in versions: what was in force when a decision was made stays readable.
 */
@NullMarked
package io.casewire.kit.definition;

import org.jspecify.annotations.NullMarked;
