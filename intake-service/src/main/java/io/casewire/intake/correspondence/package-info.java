/** Who takes part in a case, and under which Message-IDs its mails are known. */
@NullMarked
package io.casewire.intake.correspondence;

import org.jspecify.annotations.NullMarked;
