/** How the audit folds the stream. */
@NullMarked
package io.casewire.acceptance.audit;

import org.jspecify.annotations.NullMarked;
