/** The web channel: a form post becomes a case. */
@NullMarked
package io.casewire.intake.request;

import org.jspecify.annotations.NullMarked;
