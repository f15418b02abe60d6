/** Lets clients change only what they have seen. */
@NullMarked
package io.casewire.kit.etag;

import org.jspecify.annotations.NullMarked;
