/** Every error that leaves a service, as RFC 9457 problem details. */
@NullMarked
package io.casewire.kit.problem;

import org.jspecify.annotations.NullMarked;
