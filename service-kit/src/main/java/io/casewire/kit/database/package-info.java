/** How a service reaches its database. */
@NullMarked
package io.casewire.kit.database;

import org.jspecify.annotations.NullMarked;
