/** Identifies callers: staff by an OIDC token, channels by a key. Roles say what staff may do. */
@NullMarked
package io.casewire.kit.identity;

import org.jspecify.annotations.NullMarked;
