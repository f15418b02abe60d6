/** The pages on which staff watch the clocks. */
@NullMarked
package io.casewire.sla.pages;

import org.jspecify.annotations.NullMarked;
