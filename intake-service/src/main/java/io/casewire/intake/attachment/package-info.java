/** Files that customers send: searched where they can be, kept encrypted, served safely. */
@NullMarked
package io.casewire.intake.attachment;

import org.jspecify.annotations.NullMarked;
