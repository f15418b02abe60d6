/** Who calls: staff by OIDC token, channels by key, and what their roles allow. */
@NullMarked
package io.casewire.kit.identity;

import org.jspecify.annotations.NullMarked;
