/** The participants of a case, and the Message-IDs of its mails. */
@NullMarked
package io.casewire.intake.correspondence;

import org.jspecify.annotations.NullMarked;
