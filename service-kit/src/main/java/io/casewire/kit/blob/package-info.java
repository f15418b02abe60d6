/** Encrypted, content-addressed storage of attachments and raw mail. */
@NullMarked
package io.casewire.kit.blob;

import org.jspecify.annotations.NullMarked;
