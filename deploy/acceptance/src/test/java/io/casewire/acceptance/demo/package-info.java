/** The demonstration, played to the end. */
@NullMarked
package io.casewire.acceptance.demo;

import org.jspecify.annotations.NullMarked;
