/** What all services have to agree on about mail. */
@NullMarked
package io.casewire.kit.mail;

import org.jspecify.annotations.NullMarked;
