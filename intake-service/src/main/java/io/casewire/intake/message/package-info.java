/** What a customer adds to his case with the link to it. */
@NullMarked
package io.casewire.intake.message;

import org.jspecify.annotations.NullMarked;
