/** The viewers of a case: their links and logins, the page of a case, downloads. */
@NullMarked
package io.casewire.intake.access;

import org.jspecify.annotations.NullMarked;
