/** Whether a service can answer usefully. */
@NullMarked
package io.casewire.kit.health;

import org.jspecify.annotations.NullMarked;
