/** Reports about mail that we sent: delivered, late, or not deliverable. */
@NullMarked
package io.casewire.intake.mail.bounce;

import org.jspecify.annotations.NullMarked;
